# shellcheck shell=bash

trust_summary() {
    text "montre à qui un dossier de confiance fait confiance, par pays" \
        "shows whom a trust folder trusts, country by country"
}

trust_main() {
    run_program "${TOOLS[@]}" trust "$@"
}
