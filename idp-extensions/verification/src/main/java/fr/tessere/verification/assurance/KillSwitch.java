package fr.tessere.verification.assurance;

/**
 * Documents of one kind that are not accepted at present.
 *
 * @param kind what it turns off
 * @param value which one, in the form of {@link SwitchKind#value}
 */
public record KillSwitch(SwitchKind kind, String value) {
    public KillSwitch {
        if (!kind.value(value).equals(java.util.Optional.of(value))) {
            throw new IllegalArgumentException("not the value of a switch of kind " + kind.word());
        }
    }
}
