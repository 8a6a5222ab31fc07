# shellcheck shell=bash

sandbox_summary() {
    text "un bac à sable pour les équipes d'intégration : clients en une minute, personnes d'essai, sans lecteur" \
        "a sandbox for integrators: clients in a minute, test people, no reader"
}

sandbox_help() {
    text "Usage : tessere sandbox [--port N] [--fresh]

Démarre sur cette machine, et pour elle seule (127.0.0.1), un fournisseur d'identité qui ne connaît que le royaume
« sandbox », et à côté la page où l'on enregistre un client, choisit une personne d'essai et suit une connexion
requête par requête. Ctrl-C arrête tout.

  --port N     port de la page ($SANDBOX_PORT) ; les autres suivent
  --fresh      oublie la base de données et les secrets d'avant" \
        "Usage: tessere sandbox [--port N] [--fresh]

Starts on this machine, and for it alone (127.0.0.1), an identity provider that knows the realm \"sandbox\" and no
other, and beside it the page where one registers a client, picks a test person and watches a sign-in request by
request. Ctrl-C ends all of it.

  --port N     port of the page ($SANDBOX_PORT); the others follow
  --fresh      forgets the database and the secrets of before"
}

readonly SANDBOX_PORT=27817
# The signer whose documents are revoked in the sandbox; one test person has such a document.
readonly SANDBOX_REVOKED=ecdsa-p384

sandbox_main() {
    local port="$SANDBOX_PORT" fresh=no
    while (($# > 0)); do
        case "$1" in
            -h | --help) sandbox_help && return 0 ;;
            --port)
                [[ "${2:-}" =~ ^[1-9][0-9]{3,4}$ && "$2" -ge 1024 && "$2" -le 65500 ]] || wrong_use sandbox "--port ${2:-}" || return
                port="$2"
                shift
                ;;
            --fresh) fresh=yes ;;
            *) wrong_use sandbox "$1" || return ;;
        esac
        shift
    done
    # a database, secrets and a lock of its own: it may run beside `tessere start`
    STATE="$STATE/sandbox"
    for part in commands/start lib/server lib/chip; do
        # shellcheck source=/dev/null
        source "$BIN/$part.sh"
    done
    start_alone || return
    [[ $fresh == yes ]] && forget_before
    trap 'echo; text "Arrêt…" "Ending…"; exit 0' INT TERM HUP
    need_java && build_product || return "$FAILED"
    sandbox_everything "$port" || return "$FAILED"
    sandbox_addresses
    start_watch
}

sandbox_everything() {
    free_port "$1" && PAGE_PORT="$FREE_PORT"
    free_port $((PAGE_PORT + 1)) && SERVER_PORT="$FREE_PORT"
    free_port $((SERVER_PORT + 1)) && MANAGEMENT_PORT="$FREE_PORT"
    SERVER_URL="http://127.0.0.1:$SERVER_PORT"
    SANDBOX_URL="http://127.0.0.1:$PAGE_PORT"
    # no demonstration here
    DEMO_URL="$SANDBOX_URL"
    secret_file "$STATE/secret" 32
    secret_file "$STATE/status-key" 32
    secret_file "$STATE/admin-password" 18
    sandbox_trust && prepare_server && sandbox_realm || return 1
    text "Démarrage…" "Starting…"
    TESSERE_STATUS_URL="$SANDBOX_URL/v1/document-status" TESSERE_STATUS_KEY_FILE="$STATE/status-key" \
        TESSERE_STATUS_STATES=FRA TESSERE_SANDBOX_URL="$SANDBOX_URL" TESSERE_TRUST="$STATE/trust" launch_server
    launch sandbox "$JAVA" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx256m -jar "$(sandbox_jar)" \
        --server.address=127.0.0.1 "--server.port=$PAGE_PORT" "--tessere.sandbox.base-url=$SANDBOX_URL" \
        "--tessere.sandbox.issuer=$SERVER_URL/realms/sandbox" "--tessere.sandbox.status-key-file=$STATE/status-key"
    start_await sandbox sandbox_ready || return 1
    start_await keycloak server_ready
}

# The specimen authority, and its list of one revoked signer: fresh for 90 days, so made at each start.
sandbox_trust() {
    rm -rf -- "$STATE/trust"
    mkdir -p "$STATE/trust"
    specimen trust --crl --revoke "$SANDBOX_REVOKED" --out "$STATE/trust/specimen" >"$STATE/logs/trust.log" 2>&1 && return 0
    tail -n 5 "$STATE/logs/trust.log" >&2
    return 1
}

# sandbox_realm: the delivered realm with what a sandbox has besides; read into an empty database only.
sandbox_realm() {
    local wanted
    wanted="$(digest_of "$ROOT/src/main/realm" "$(sandbox_jar)") $SANDBOX_URL"
    if [[ "$(cat "$SERVER/data/realm" 2>/dev/null)" != "$wanted" ]]; then
        rm -rf -- "$SERVER/data"
        mkdir -p "$SERVER/data/import"
        "$JAVA" -Dloader.main=fr.tessere.sandbox.realm.SandboxRealm -cp "$(sandbox_jar)" \
            org.springframework.boot.loader.launch.PropertiesLauncher \
            "$ROOT/src/main/realm/tessere-realm.json" "$SERVER/data/import/sandbox-realm.json" || return 1
        echo "$wanted" >"$SERVER/data/realm"
    fi
    chmod 700 "$SERVER/data"
}

sandbox_ready() {
    [[ "$(http_status "$PAGE_PORT" /)" == 200 ]]
}

sandbox_addresses() {
    echo
    text "Tout est prêt (${SECONDS} s)." "Everything is ready (${SECONDS} s)."
    echo
    text "  Bac à sable            $SANDBOX_URL" "  Sandbox                $SANDBOX_URL"
    text "  Fournisseur d'identité $SERVER_URL/realms/sandbox" "  Identity provider      $SERVER_URL/realms/sandbox"
    text "  Administration         $SERVER_URL/admin ($ADMIN_NAME, mot de passe dans $STATE/admin-password)" \
        "  Administration         $SERVER_URL/admin ($ADMIN_NAME, password in $STATE/admin-password)"
    echo
    text "Ctrl-C arrête tout." "Ctrl-C ends all of it."
}
