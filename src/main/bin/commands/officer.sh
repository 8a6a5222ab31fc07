# shellcheck shell=bash

officer_summary() {
    text "fait d'un compte de la démonstration un responsable de la sécurité" \
        "makes an account of the demonstration a security officer"
}

officer_help() {
    text "Usage : tessere officer [--auditor | --agent] [--name NOM] COMPTE

Donne à un compte de « tessere start », qui doit tourner, le rôle qui ouvre les pages des responsables.
Connectez-vous d'abord à ces pages avec un spécimen : elles montrent le numéro du compte.
Toute décision demande deux responsables. Pour le second, dans une autre fenêtre privée :
choisissez « un autre appareil », puis src/main/bin/tessere read --specimen residence-permit ADRESSE

  --auditor    seulement regarder
  --agent      agent de guichet : compare des personnes à leurs documents (page tessere-counter)
  --name NOM   comment les pages appellent cette personne (2 à 60 lettres, chiffres, espaces, points, tirets)" \
        "Usage: tessere officer [--auditor | --agent] [--name NAME] ACCOUNT

Gives an account of \"tessere start\", which has to run, the role that opens the officers' pages.
Sign in to those pages with a specimen first: they show the account's number.
Each decision needs two officers. For the second one, in another private window:
choose \"another device\", then src/main/bin/tessere read --specimen residence-permit ADDRESS

  --auditor    to look only
  --agent      agent at a counter: compares people with their documents (page tessere-counter)
  --name NAME  what the pages call this person (2 to 60 letters, digits, spaces, full stops, hyphens)"
}

officer_main() {
    local role=security-officer name="" account=""
    while (($# > 0)); do
        case "$1" in
            -h | --help) officer_help && return 0 ;;
            --auditor) role=auditor ;;
            --agent) role=agent ;;
            --name)
                [[ "${2:-}" =~ ^[[:alpha:]][[:alnum:]\ .-]{1,59}$ ]] || wrong_use officer "--name ${2:-}" || return
                name="$2"
                shift
                ;;
            *)
                [[ -z "$account" && "$1" =~ ^[0-9a-f-]{36}$ ]] || wrong_use officer "$1" || return
                account="$1"
                ;;
        esac
        shift
    done
    [[ -n "$account" ]] || wrong_use officer "" || return
    # shellcheck source=/dev/null
    source "$BIN/lib/server.sh"
    if [[ ! -s "$STATE/address" || ! -x "$SERVER/bin/kcadm.sh" ]]; then
        complain "Lancez d'abord « tessere start »." "Run \"tessere start\" first."
        return "$FAILED"
    fi
    officer_appoint "$account" "$role" "${name:-$account}" && return 0
    complain "Ce compte n'a pas pu recevoir le rôle : « tessere start » tourne-t-il, le numéro est-il celui que montre la page ?" \
        "This account could not be given the role: does \"tessere start\" run, is the number the one that the page shows?"
    return "$FAILED"
}

# officer_appoint ACCOUNT ROLE NAME: by Keycloak's administration, as its administrator. Its session is forgotten at the end.
officer_appoint() {
    local session="$STATE/administration" id done=1
    need_java || return 1
    if KC_CLI_PASSWORD="$(<"$STATE/admin-password")" officer_kcadm config credentials --config "$session" \
        --server "$(<"$STATE/address")" --realm master --user "$ADMIN_NAME" &&
        id="$(officer_kcadm get users --config "$session" -r tessere -q "username=$1" -q exact=true --fields id --format csv --noquotes)" &&
        [[ "$id" =~ ^[0-9a-f-]{36}$ ]]; then
        officer_kcadm update "users/$id" --config "$session" -r tessere -s "attributes.officer=[\"$3\"]" &&
            officer_kcadm add-roles --config "$session" -r tessere --uid "$id" --rolename "$2" && done=0
    fi
    rm -f -- "$session"
    ((done == 0)) || return 1
    text "$3 a maintenant le rôle $2. Rechargez la page des responsables." "$3 has the role $2 now. Reload the officers' page."
}

officer_kcadm() {
    "$SERVER/bin/kcadm.sh" "$@" 2>>"$STATE/logs/officer.log"
}
