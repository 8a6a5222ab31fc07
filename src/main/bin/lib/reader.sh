# shellcheck shell=bash disable=SC2153
# The reader's commands. The reader knows chips behind PC/SC and at a TCP address; --specimen FILE|PROFILE becomes the latter.

# run_reader COMMAND ARGUMENT...
run_reader() {
    local command="$1" arguments=() specimen="" help=no result
    shift
    while (($# > 0)); do
        case "$1" in
            --specimen)
                specimen="${2:-}"
                may_be_specimen "$specimen" || wrong_use "$command" "--specimen $specimen" || return
                shift
                ;;
            --specimen=*)
                specimen="${1#--specimen=}"
                may_be_specimen "$specimen" || wrong_use "$command" "$1" || return
                ;;
            -h | --help)
                help=yes
                arguments+=("$1")
                ;;
            *) arguments+=("$1") ;;
        esac
        shift
    done
    need_java && build_product || return "$FAILED"
    if [[ -n "$specimen" ]]; then
        if [[ ! -e "$specimen" ]]; then
            specimen_of "$specimen"
            result=$?
            ((result != WRONG_USE)) || wrong_use "$command" "--specimen $specimen" || return
            ((result == 0)) || return "$result"
            specimen="$SPECIMEN_FILE"
        fi
        serve_for_reader "$specimen" || return "$FAILED"
        arguments+=(--chip "127.0.0.1:$CHIP_PORT")
    fi
    run_program "${READER[@]}" "$command" "${arguments[@]}"
    result=$?
    if [[ $help == yes ]]; then
        echo
        text "Avec src/main/bin/tessere aussi :  --specimen FICHIER|PROFIL  un document spécimen : un fichier de « tessere specimen make », ou un profil de « tessere specimen list »" \
            "With src/main/bin/tessere also:  --specimen FILE|PROFILE  a specimen document: a file of \"tessere specimen make\", or a profile of \"tessere specimen list\""
    fi
    return "$result"
}

# may_be_specimen TEXT: a file that is there, or what the name of a profile looks like.
may_be_specimen() {
    [[ -n "$1" && -e "$1" || "$1" =~ ^[a-z0-9]+(-[a-z0-9]+)*$ ]]
}

# serve_for_reader FILE: a software chip for as long as this command runs.
serve_for_reader() {
    free_port 8190
    CHIP_PORT="$FREE_PORT"
    java_command "${SPECIMEN[@]}"
    launch specimen "${JAVA_COMMAND[@]}" serve "$1" --port "$CHIP_PORT"
    wait_until specimen 30 port_open "$CHIP_PORT" && return 0
    tail -n 5 "$STATE/logs/specimen.log" >&2
    return 1
}
