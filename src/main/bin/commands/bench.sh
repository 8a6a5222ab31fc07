# shellcheck shell=bash

bench_summary() {
    text "mesure une connexion : requêtes, commandes, octets, temps de calcul" \
        "measures a sign-in: requests, commands, bytes, processor time"
}

bench_help() {
    text "Usage : tessere bench [OPTIONS]
        tessere bench signin [--postgres] [--pairs N] [--warm-up N]
        tessere bench append [--postgres] [--pairs N] [--warm-up N]
        tessere bench log [--entries N] [--turns N] [--database ADRESSE-JDBC] [--out [FICHIER]]

Mesure sur cette machine ce que coûte une connexion avec une puce : requêtes, commandes et octets par
document, temps de calcul d'une vérification et de Keycloak, à côté d'une connexion par mot de passe.

Avec « signin » : seulement le temps de calcul d'une connexion ; avec « --postgres », sur un PostgreSQL à elle, dont le temps est dit à part.

Avec « append » : ce que le journal coûte à une connexion, mesuré sur deux serveurs côte à côte, l'un livré et l'autre sans
journal (une demi-heure) ; avec « --postgres », chacun avec un PostgreSQL à lui, dont le temps compte aussi.

Avec « log » : remplit un PostgreSQL d'un journal d'une année (10 000 000 d'entrées sans autre nombre ; une demi-heure, 16 Go)
et mesure chaque question que la console lui pose. Le journal d'une base nommée, s'il y en a un de cette commande, est repris." \
        "Usage: tessere bench [OPTIONS]
       tessere bench signin [--postgres] [--pairs N] [--warm-up N]
       tessere bench append [--postgres] [--pairs N] [--warm-up N]
       tessere bench log [--entries N] [--turns N] [--database JDBC-ADDRESS] [--out [FILE]]

Measures on this machine what a sign-in with a chip costs: requests, commands and bytes for each document,
processor time of one verification and of Keycloak, beside a sign-in with a password.

With \"signin\": only the processor time of a sign-in; with \"--postgres\" on a PostgreSQL of its own, whose time is told apart.

With \"append\": what the log costs a sign-in, measured at two servers side by side, one as delivered and one without a log
(half an hour); with \"--postgres\" each has a PostgreSQL of its own, whose time counts too.

With \"log\": fills a PostgreSQL with the log of a year (10,000,000 entries if no other number is given; half an hour, 16 GB)
and measures each question that the console asks it. A named database that holds a log of this command is asked as it is."
}

bench_main() {
    case "${1:-}" in
        -h | --help) bench_help && return 0 ;;
        signin) shift && run_test_program fr.tessere.bench.SignInBench "$@" ;;
        append) shift && run_test_program fr.tessere.bench.AppendBench "$@" ;;
        log) shift && run_test_program fr.tessere.bench.LogBench "$@" ;;
        *) run_test_program fr.tessere.bench.Bench "$@" ;;
    esac || return "$FAILED"
}
