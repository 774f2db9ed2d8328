"""A register that lives on while its machines are killed: see script/failover."""
