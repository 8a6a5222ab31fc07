# shellcheck shell=bash

bench_summary() {
    text "mesure une connexion : requêtes, commandes, octets, temps de calcul" \
        "measures a sign-in: requests, commands, bytes, processor time"
}

bench_help() {
    text "Usage : tessere bench [OPTIONS]

Mesure sur cette machine ce que coûte une connexion avec une puce : requêtes, commandes et octets par
document, temps de calcul d'une vérification et de Keycloak, à côté d'une connexion par mot de passe." \
        "Usage: tessere bench [OPTIONS]

Measures on this machine what a sign-in with a chip costs: requests, commands and bytes for each document,
processor time of one verification and of Keycloak, beside a sign-in with a password."
}

bench_main() {
    case "${1:-}" in
        -h | --help) bench_help && return 0 ;;
    esac
    run_test_program fr.tessere.bench.Bench "$@" || return "$FAILED"
}
