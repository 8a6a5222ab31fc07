# shellcheck shell=bash

fuzz_summary() {
    text "cherche des octets qui font échouer un lecteur de fichiers ou de messages" \
        "looks for bytes that break a reader of files or messages"
}

fuzz_help() {
    text "Usage : tessere fuzz [--seconds N] [--runs N] [--target NOM]

Essaie des octets que personne n'a imaginés sur chaque lecteur de fichiers et de messages, et sur une lecture
dont les appels viennent dans n'importe quel ordre (Jazzer, guidé par la couverture).
  --seconds N   durée par cible, au plus (60)
  --runs N      essais par cible, au plus
  --target NOM  seulement les cibles dont le nom contient NOM
Ce qui est trouvé est rangé parmi les essais (src/test/resources/fr/tessere/fuzz) et y reste ; journaux dans
.tessere/fuzz. Code de retour : 0 rien trouvé, 2 trouvé, 64 mauvais usage." \
        "Usage: tessere fuzz [--seconds N] [--runs N] [--target NAME]

Tries bytes that nobody thought of on each reader of files and messages, and on a reading whose calls come in
any order (Jazzer, guided by coverage).
  --seconds N    for each target, at most (60)
  --runs N       tries for each target, at most
  --target NAME  only targets whose name contains NAME
What is found is put among the tests (src/test/resources/fr/tessere/fuzz) and stays there; logs in
.tessere/fuzz. Exit code: 0 nothing found, 2 found, 64 wrong use."
}

fuzz_main() {
    case "${1:-}" in
        -h | --help) fuzz_help && return 0 ;;
    esac
    run_test_program fr.tessere.fuzz.FuzzRun "$@"
}
