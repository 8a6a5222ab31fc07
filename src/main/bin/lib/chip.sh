# shellcheck shell=bash
# The specimen document: a software chip on a loopback port, and behind the virtual PC/SC reader where there is one.

readonly SPECIMEN_PROFILE=french-identity-card
# Where Debian's vsmartcard-vpcd listens for its first virtual card.
readonly VPCD_PORT=35963

# launch_chip: makes the document once, then serves it.
launch_chip() {
    specimen_of "$SPECIMEN_PROFILE" || return 1
    java_command "${SPECIMEN[@]}"
    launch chip "${JAVA_COMMAND[@]}" serve "$SPECIMEN_FILE" --port "$CHIP_PORT"
}

# pcsc_service_runs: one that is not ours; a socket left behind by a dead one does not count.
pcsc_service_runs() {
    local pid
    pid="$(cat /run/pcscd/pcscd.pid 2>/dev/null)"
    [[ -n "$pid" && "$(cat "/proc/$pid/comm" 2>/dev/null)" == pcscd ]] ||
        systemctl is-active --quiet pcscd.socket 2>/dev/null
}

# launch_pcsc: the same document in a PC/SC reader. Not there is no failure: the chip is reached without it too.
launch_pcsc() {
    need_packages "lecteur PC/SC virtuel" "virtual PC/SC reader" pcscd vsmartcard-vpcd libpcsclite1 || return 1
    if ! port_open "$VPCD_PORT"; then
        if pcsc_service_runs || ((EUID != 0)); then
            complain "Le service PC/SC de cette machine n'a pas de lecteur virtuel en marche." \
                "This machine's PC/SC service has no virtual reader running."
            return 1
        fi
        mkdir -p /run/pcscd
        launch pcscd pcscd --foreground
        wait_until pcscd 10 port_open "$VPCD_PORT" || return 1
    fi
    java_command "${SPECIMEN[@]}"
    launch chip-pcsc "${JAVA_COMMAND[@]}" serve "$SPECIMEN_FILE" --pcsc
}
