# shellcheck shell=bash

start_summary() {
    text "démarre tout : Keycloak, le service de démonstration, un spécimen dans un lecteur" \
        "starts everything: Keycloak, the demonstration service, a specimen in a reader"
}

start_help() {
    text "Usage : tessere start [--port N] [--no-pcsc] [--fresh]

Démarre sur cette machine, et pour elle seule (127.0.0.1), le fournisseur d'identité, un service public
de démonstration, un document spécimen dans un lecteur, et la page du lecteur. Ctrl-C arrête tout.

  --port N     port du service de démonstration (8080) ; les autres suivent
  --no-pcsc    sans lecteur PC/SC virtuel
  --fresh      oublie la base de données, les secrets et les spécimens d'avant (dossier .tessere)" \
        "Usage: tessere start [--port N] [--no-pcsc] [--fresh]

Starts on this machine, and for it alone (127.0.0.1), the identity provider, a demonstration of a public
service, a specimen document in a reader, and the reader's page. Ctrl-C ends all of it.

  --port N     port of the demonstration service (8080); the others follow
  --no-pcsc    without the virtual PC/SC reader
  --fresh      forgets the database, the secrets and the specimens of before (folder .tessere)"
}

start_main() {
    local port=8080 pcsc=yes fresh=no
    while (($# > 0)); do
        case "$1" in
            -h | --help) start_help && return 0 ;;
            --port)
                [[ "${2:-}" =~ ^[1-9][0-9]{3,4}$ && "$2" -ge 1024 && "$2" -le 65500 ]] || wrong_use start "--port ${2:-}" || return
                port="$2"
                shift
                ;;
            --no-pcsc) pcsc=no ;;
            --fresh) fresh=yes ;;
            *) wrong_use start "$1" || return ;;
        esac
        shift
    done
    start_alone || return
    [[ $fresh == yes ]] && forget_before
    for part in server chip; do
        # shellcheck source=/dev/null
        source "$BIN/lib/$part.sh"
    done
    trap 'echo; text "Arrêt…" "Ending…"; exit 0' INT TERM HUP
    need_java && build_product || return "$FAILED"
    start_everything "$port" "$pcsc" || return "$FAILED"
    start_addresses "$pcsc"
    start_watch
}

# One start for each clone: the database belongs to one server.
start_alone() {
    (umask 077 && mkdir -p "$STATE/logs")
    exec 9>"$STATE/lock"
    if ! flock -n 9; then
        complain "« tessere start » tourne déjà dans ce dossier." "\"tessere start\" already runs in this folder."
        return "$FAILED"
    fi
}

# By name, since the folder may be one that a person chose and that holds other things.
forget_before() {
    rm -rf -- "$STATE"/{server,server.new,secret,status-key,admin-password,administration,address,trust} "$STATE"/*.specimen.json
}

start_everything() {
    start_ports "$1"
    secret_file "$STATE/secret" 32
    secret_file "$STATE/admin-password" 18
    prepare_server && prepare_realm || return 1
    text "Démarrage…" "Starting…"
    launch_server
    launch demo "$JAVA" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx256m -jar "$(demo_jar)" \
        --server.address=127.0.0.1 "--server.port=$DEMO_PORT" \
        "--tessere.issuer=$SERVER_URL/realms/tessere" "--tessere.base-url=$DEMO_URL"
    launch_chip || return 1
    if [[ $2 == yes ]] && ! launch_pcsc; then
        text "Le spécimen reste joignable sans PC/SC." "The specimen can still be reached without PC/SC."
    fi
    start_await chip port_open "$CHIP_PORT" || return 1
    java_command "${READER[@]}"
    launch page "${JAVA_COMMAND[@]}" page --chip "127.0.0.1:$CHIP_PORT" --port "$PAGE_PORT"
    start_await page port_open "$PAGE_PORT" || return 1
    start_await demo demo_ready || return 1
    start_await keycloak server_ready
}

start_ports() {
    free_port "$1" && DEMO_PORT="$FREE_PORT"
    free_port $((DEMO_PORT + 1)) && SERVER_PORT="$FREE_PORT"
    free_port $((SERVER_PORT + 1)) && MANAGEMENT_PORT="$FREE_PORT"
    free_port "$READER_PAGE_PORT" && PAGE_PORT="$FREE_PORT"
    free_port $((MANAGEMENT_PORT + 1)) && CHIP_PORT="$FREE_PORT"
    DEMO_URL="http://127.0.0.1:$DEMO_PORT"
    SERVER_URL="http://127.0.0.1:$SERVER_PORT"
    # for `tessere officer`
    echo "$SERVER_URL" >"$STATE/address"
}

demo_ready() {
    [[ "$(http_status "$DEMO_PORT" /)" == 200 ]]
}

# A program that fails ends; one that runs may be slow on a machine that does much else.
readonly START_SECONDS=720

# start_await NAME COMMAND...: or the last lines of its log.
start_await() {
    wait_until "$1" "$START_SECONDS" "${@:2}" && return 0
    complain "« $1 » n'a pas démarré. Fin de $STATE/logs/$1.log :" "\"$1\" did not start. End of $STATE/logs/$1.log:"
    tail -n 15 "$STATE/logs/$1.log" >&2
    return 1
}

start_addresses() {
    local can
    can="$(specimen show "$SPECIMEN_FILE" 2>/dev/null | sed -n 's/.*CAN[^0-9]*\([0-9]\{6\}\).*/\1/p' | head -n 1)"
    echo
    text "Tout est prêt (${SECONDS} s)." "Everything is ready (${SECONDS} s)."
    echo
    text "  Service de démonstration  $DEMO_URL" "  Demonstration service  $DEMO_URL"
    text "  Fournisseur d'identité    $SERVER_URL/realms/tessere" "  Identity provider      $SERVER_URL/realms/tessere"
    text "  Administration            $SERVER_URL/admin ($ADMIN_NAME, mot de passe dans $STATE/admin-password)" \
        "  Administration         $SERVER_URL/admin ($ADMIN_NAME, password in $STATE/admin-password)"
    text "  Responsables              $SERVER_URL/realms/tessere/tessere/officer (connectez-vous avec le spécimen ; la page montre le numéro du compte ; puis : src/main/bin/tessere officer NUMÉRO)" \
        "  Officers               $SERVER_URL/realms/tessere/tessere/officer (sign in with the specimen; the page shows the account's number; then: src/main/bin/tessere officer NUMBER)"
    text "  Guichet                   $SERVER_URL/realms/tessere/tessere-counter (de même, avec un autre spécimen ; puis : src/main/bin/tessere officer --agent NUMÉRO)" \
        "  Counter                $SERVER_URL/realms/tessere/tessere-counter (the same way, with another specimen; then: src/main/bin/tessere officer --agent NUMBER)"
    text "  Page du lecteur           http://127.0.0.1:$PAGE_PORT" "  Reader's page          http://127.0.0.1:$PAGE_PORT"
    text "  Spécimen                  CAN ${can:-?}, puce sur 127.0.0.1:$CHIP_PORT" \
        "  Specimen               CAN ${can:-?}, chip at 127.0.0.1:$CHIP_PORT"
    echo
    text "Ouvrez le service, connectez-vous, choisissez « cet ordinateur ». Ou, dans un autre terminal, avec l'adresse de lecture :" \
        "Open the service, sign in, choose \"this computer\". Or, in another terminal, with the reading address:"
    echo "  src/main/bin/tessere read --chip 127.0.0.1:$CHIP_PORT ADDRESS"
    [[ $1 == yes && -n "${PIDS[chip-pcsc]:-}" ]] && echo "  src/main/bin/tessere read --reader pcsc ADDRESS"
    text "Ctrl-C arrête tout." "Ctrl-C ends all of it."
}

# Waits until somebody ends this command, or one of the programs ends by itself.
start_watch() {
    local name
    while sleep 1; do
        for name in "${!PIDS[@]}"; do
            if ! alive "$name"; then
                complain "« $name » s'est arrêté. Fin de $STATE/logs/$name.log :" \
                    "\"$name\" ended. End of $STATE/logs/$name.log:"
                tail -n 15 "$STATE/logs/$name.log" >&2
                return "$FAILED"
            fi
        done
    done
}
