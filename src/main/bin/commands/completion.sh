# shellcheck shell=bash

completion_summary() {
    text "complétion pour bash : source <(tessere completion)" "completion for bash: source <(tessere completion)"
}

completion_help() {
    text "Usage : tessere completion

Écrit de quoi compléter les commandes et leurs options dans bash : source <(tessere completion)" \
        "Usage: tessere completion

Prints what lets bash complete the commands and their options: source <(tessere completion)"
}

# A line for each command, and for each command of a command: what may follow it, besides --help. The tests hold it
# against the options of the programs and of the files beside this one.
completion_lines() {
    cat <<LINES
start --port --no-pcsc --fresh
officer --auditor --agent --name
sandbox --port --fresh
read --reader --chip --specimen --can-from-stdin --mrz-from-stdin --mrz --list --open-browser --language
inspect --reader --chip --specimen --can-from-stdin --mrz-from-stdin --mrz --list --json --language
page --port --reader --chip --specimen --list --on-demand --language
package --out
specimen list catalogue make show serve trust
specimen list
specimen catalogue --markdown
specimen make --out --can --family-name --given-names --birth-date --number --expiry --trust
specimen show
specimen serve --port --pcsc --vpcd-port
specimen trust --out --crl --revoke --links --master-list --signers --at
verify --sod --dg --trust --defects --at --again --json --language
trust --folder --since --json --language
audit verify keep stamp export --language
audit verify --export --heads --key --stamps --authority-certificate --json --language
audit keep --log --file --language
audit stamp --log --key --authority --authority-certificate --file --language
audit export --database --user --password-file --log --out --language
test
bench signin append log --quick --pairs --out
bench signin --postgres --pairs --warm-up
bench append --postgres --pairs --warm-up
bench log --entries --turns --database --out
fuzz --seconds --runs --target
screenshots --out
completion
LINES
}

completion_main() {
    case "${1:-}" in
        "") ;;
        -h | --help) completion_help && return 0 ;;
        *) wrong_use completion "$1" || return ;;
    esac
    cat <<COMPLETION
_tessere() {
    local word="\${COMP_WORDS[COMP_CWORD]}" follows=""
    if ((COMP_CWORD == 1)); then
        mapfile -t COMPREPLY < <(compgen -W '${COMMANDS[*]} --help --version' -- "\$word")
        return
    fi
$(completion_cases)
    mapfile -t COMPREPLY < <(compgen -W "\$follows --help" -- "\$word"; compgen -f -- "\$word")
}
complete -o filenames -F _tessere tessere
COMPLETION
}

# First by the command, then by the command of a command, which knows better.
completion_cases() {
    local words
    echo '    case "${COMP_WORDS[1]}" in'
    while read -ra words; do
        completion_is_second "${words[@]}" || printf "        %s) follows='%s' ;;\n" "${words[0]}" "${words[*]:1}"
    done < <(completion_lines)
    echo '    esac'
    echo '    ((COMP_CWORD > 2)) && case "${COMP_WORDS[1]} ${COMP_WORDS[2]}" in'
    while read -ra words; do
        completion_is_second "${words[@]}" && printf "        '%s %s') follows='%s' ;;\n" "${words[0]}" "${words[1]}" "${words[*]:2}"
    done < <(completion_lines)
    echo '    esac'
}

# completion_is_second COMMAND [WORD]...: the line is of a command of a command, since one before named that word.
COMPLETION_OUTER=""
completion_is_second() {
    [[ "$COMPLETION_OUTER" == "$1" ]] && return 0
    COMPLETION_OUTER="$1"
    return 1
}
