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

completion_main() {
    case "${1:-}" in
        "") ;;
        -h | --help) completion_help && return 0 ;;
        *) wrong_use completion "$1" || return ;;
    esac
    cat <<COMPLETION
_tessere() {
    local word="\${COMP_WORDS[COMP_CWORD]}"
    if ((COMP_CWORD == 1)); then
        mapfile -t COMPREPLY < <(compgen -W '${COMMANDS[*]} --help --version' -- "\$word")
        return
    fi
    local options='--help'
    case "\${COMP_WORDS[1]}" in
        start) options+=' --port --no-pcsc --fresh' ;;
        officer) options+=' --auditor --agent --name' ;;
        read) options+=' --reader --chip --specimen --list --can-from-stdin --mrz --mrz-from-stdin --open-browser --language' ;;
        inspect) options+=' --reader --chip --specimen --list --can-from-stdin --mrz --mrz-from-stdin --json --language' ;;
        page) options+=' --reader --chip --specimen --list --port --on-demand --language' ;;
        package) options+=' --out' ;;
        verify) options+=' --sod --dg --trust --at --json --language' ;;
        trust) options+=' --folder --json --language' ;;
        audit) ((COMP_CWORD == 2)) && options+=' verify keep export' || options+=' --export --heads --key --json --log --file --database --user --password-file --out --language' ;;
        specimen) ((COMP_CWORD == 2)) && options+=' list make show serve' ;;
    esac
    mapfile -t COMPREPLY < <(compgen -W "\$options" -- "\$word"; compgen -f -- "\$word")
}
complete -o filenames -F _tessere tessere
COMPLETION
}
