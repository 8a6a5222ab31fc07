# shellcheck shell=bash

audit_summary() {
    text "contrôle le registre que personne ne peut réécrire, sans serveur" \
        "checks the log that nobody can rewrite, without a server"
}

audit_main() {
    run_program "${TOOLS[@]}" audit "$@"
}
