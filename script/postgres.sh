# shellcheck shell=bash
# A PostgreSQL server of the project's own, for tests and measurements: in a folder of its own, on loopback, on a port
# that nobody uses, gone at the end. One that runs on this machine already is left alone. Sourced, never run.

# Where the programs of the newest installed version lie.
postgres_bin() {
    find /usr/lib/postgresql -maxdepth 2 -name bin 2>/dev/null | sort --version-sort | tail -n 1
}

# Runs a program of PostgreSQL, which refuses root, as the user that Debian made for it.
as_postgres() {
    local program=$1
    shift
    if ((EUID == 0)); then
        setpriv --reuid=postgres --regid=postgres --init-groups -- "$(postgres_bin)/$program" "$@"
    else
        "$(postgres_bin)/$program" "$@"
    fi
}

# A port on loopback on which nobody listens.
free_port() {
    local port=$((20000 + RANDOM % 20000))
    while (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do port=$((port + 1)); done
    printf '%s\n' "$port"
}

# Starts a server: start_postgres FOLDER [SETTING=VALUE]…; sets POSTGRES_ADDRESS, without a database.
start_postgres() {
    local folder=$1 port setting
    shift
    [[ -n $(postgres_bin) ]] || fail "PostgreSQL is not installed; run script/bootstrap test"
    port=$(free_port)
    rm -rf "$folder"
    mkdir -p "$folder"
    if ((EUID == 0)); then chown postgres "$folder"; fi
    as_postgres initdb --pgdata="$folder/data" --username=tandem --auth=trust --encoding=UTF8 --locale=C \
        --no-sync >"$folder/initdb.log" || fail "initdb failed: see $folder/initdb.log"
    # One role has to know its password.
    sed -i '1i host all guarded 127.0.0.1/32 scram-sha-256' "$folder/data/pg_hba.conf"
    local -a options=(-c "port=$port" -c "listen_addresses=127.0.0.1" -c "unix_socket_directories=")
    for setting in "$@"; do options+=(-c "$setting"); done
    as_postgres pg_ctl --pgdata="$folder/data" --log="$folder/server.log" --wait --silent \
        --options="${options[*]}" start || fail "PostgreSQL did not start: see $folder/server.log"
    export POSTGRES_ADDRESS="postgres://tandem@127.0.0.1:$port"
}

# Stops the server in a folder and removes it.
stop_postgres() {
    local folder=$1
    if [[ -d $folder/data ]]; then
        as_postgres pg_ctl --pgdata="$folder/data" --mode=immediate --wait --silent stop >/dev/null 2>&1 || true
    fi
    rm -rf "$folder"
}
