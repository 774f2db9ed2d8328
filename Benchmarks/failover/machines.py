"""The three machines on loopback: their addresses, ports and folders, and the configuration of Deployment for them."""

import os
import pwd
import shutil
import socket
import subprocess
from dataclasses import dataclass
from pathlib import Path

DEPLOYMENT = Path(__file__).parents[2] / "Deployment"
POSTGRES_BIN = Path("/usr/lib/postgresql/15/bin")
SITE_NAME = "tandem.test"
# Far from the ports of services that a machine may run already.
PORTS = {
    "POSTGRES_PORT": 25432,
    "PATRONI_PORT": 28008,
    "ETCD_PORT": 22379,
    "ETCD_PEER_PORT": 22380,
    "NEIGHBOUR_PORT": 28443,
    "SITE_PORT": 28444,
    "REGISTER_PORT": 25000,
    "READ_PORT": 25001,
    "TANDEM_PORT": 28080,
    "STATS_PORT": 28404,
}


@dataclass(frozen=True)
class Machine:
    """One of the three: an address of its own on loopback, and a folder in which all of it lies."""

    name: str
    address: str
    folder: Path

    def port(self, name: str) -> int:
        return PORTS[f"{name}_PORT"]

    @property
    def configuration(self) -> Path:
        return self.folder / "etc"

    @property
    def tls(self) -> Path:
        return self.folder / "tls"

    @property
    def data(self) -> Path:
        return self.folder / "postgres"

    @property
    def sockets(self) -> Path:
        return self.folder / "run"

    def log(self, program: str) -> Path:
        return self.folder / f"{program}.log"


def servant() -> str:
    """The user that the services run as: PostgreSQL refuses to run as root."""
    return "postgres" if os.geteuid() == 0 else pwd.getpwuid(os.geteuid()).pw_name


def make_machines(folder: Path) -> list[Machine]:
    """The folders of three machines with certificates and configuration, rendered from the templates of Deployment."""
    copy = folder / "deployment"
    shutil.copytree(DEPLOYMENT, copy)
    network = _free_network()
    machines = [
        Machine(name, f"{network}.{place}", folder / name) for place, name in enumerate("abc", start=1)
    ]
    _run(copy / "certificates", "authority", folder / "authority")
    _run(copy / "certificates", "site", folder / "authority", SITE_NAME)
    for machine in machines:
        machine.sockets.mkdir(parents=True)
        _run(copy / "certificates", "machine", folder / "authority", machine.name, machine.address)
        (folder / "authority" / machine.name).rename(machine.tls)
        shutil.copy(folder / "authority" / "site.pem", machine.tls)
        settings = machine.folder / "machine"
        settings.write_text("".join(f"{name}={value}\n" for name, value in _settings(machine, machines, copy).items()))
        _run(copy / "render", settings, machine.configuration)
    _hand_over(folder)
    return machines


def _settings(machine: Machine, machines: list[Machine], deployment: Path) -> dict[str, str | int]:
    addresses = {f"ADDRESS_{each.name.upper()}": each.address for each in machines}
    return {
        "NAME": machine.name,
        "ADDRESS": machine.address,
        # Whoever asks on loopback comes from its first address, whatever address he asks.
        "NETWORK": "127.0.0.1/32",
        "LOCAL": machine.address,
        "SITE_ADDRESS": machine.address,
        "TLS": machine.tls,
        "POSTGRES_BIN": POSTGRES_BIN,
        "POSTGRES_DATA": machine.data,
        "POSTGRES_HOME": machine.folder,
        "POSTGRES_SOCKETS": machine.sockets,
        "ETCD_DATA": machine.folder / "etcd",
        "ETCD_STATE": "new",
        "HAPROXY_RUN": machine.sockets,
        "DEPLOYMENT": deployment,
        "SHARED_BUFFERS": "128MB",
        "BACKUP": machine.folder / "backup",
        "ARCHIVE_COMMAND": "/bin/true",
        **addresses,
        **PORTS,
    }


def _free_network() -> str:
    """A part of loopback on which nobody listens yet, so that several runs do not meet."""
    for number in range(1, 255):
        network = f"127.77.{number}"
        if all(_is_free(f"{network}.{place}", port) for place in (1, 2, 3) for port in PORTS.values()):
            return network
    raise SystemExit("There is no free part of 127.77.0.0/16 for the machines.")


def _is_free(address: str, port: int) -> bool:
    with socket.socket() as probe:
        try:
            probe.bind((address, port))
            return True
        except OSError:
            return False


def _hand_over(folder: Path) -> None:
    folder.chmod(0o755)
    if os.geteuid() == 0:
        subprocess.run(["chown", "--recursive", servant(), folder], check=True)


def _run(*command: object) -> None:
    subprocess.run([str(part) for part in command], check=True, timeout=60)
