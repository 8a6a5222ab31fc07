package fr.tessere.verification;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.verification.assurance.SwitchKind;
import fr.tessere.verification.authenticity.OriginalChip;
import fr.tessere.verification.identity.CitizenIdentity;
import fr.tessere.verification.passive.DocumentSigner;
import fr.tessere.verification.passive.SignedDocument;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What of a document can be switched off, from signed data only. */
final class SwitchFacts {
    private SwitchFacts() {}

    /** What is known once EF.SOD is verified. */
    static Map<SwitchKind, Set<String>> of(SignedDocument document) {
        DocumentSigner signer = document.signer();
        Map<SwitchKind, Set<String>> facts = new EnumMap<>(SwitchKind.class);
        facts.put(SwitchKind.SIGNER, hex(signer.digest(), signer.keyId()));
        facts.put(SwitchKind.COUNTRY_SIGNER, hex(signer.issuerDigest(), signer.issuerKeyId()));
        facts.put(SwitchKind.COUNTRY, new TreeSet<>(Set.of(signer.country())));
        Set<String> algorithms = new TreeSet<>(signer.algorithms());
        algorithms.add(document.signatureAlgorithm());
        algorithms.add(document.digestAlgorithm());
        for (String signature : Set.copyOf(algorithms)) {
            if (signature.contains("with")) {
                algorithms.add(signature.replaceFirst("^SHA", "SHA-").replaceFirst("with.*$", ""));
            }
        }
        facts.put(SwitchKind.ALGORITHM, algorithms);
        return facts;
    }

    /** The same, once DG1 is read and the chip is proven. */
    static Map<SwitchKind, Set<String>> of(
            SignedDocument document, CitizenIdentity identity, Optional<OriginalChip> chip) {
        Map<SwitchKind, Set<String>> facts = of(document);
        Set<String> countries = new TreeSet<>(facts.getOrDefault(SwitchKind.COUNTRY, Set.of()));
        countries.add(identity.issuingState());
        facts.put(SwitchKind.COUNTRY, countries);
        facts.put(SwitchKind.DOCUMENT_TYPE, SwitchKind.documentTypes(identity.issuingState(), identity.documentType()));
        Set<String> algorithms = new TreeSet<>(facts.getOrDefault(SwitchKind.ALGORITHM, Set.of()));
        chip.ifPresent(
                original -> algorithms.addAll(Arrays.asList(original.algorithm().split(" "))));
        facts.put(SwitchKind.ALGORITHM, algorithms);
        return facts;
    }

    private static Set<String> hex(Bytes digest, Bytes keyId) {
        Set<String> names = new TreeSet<>();
        names.add(digest.toHex());
        if (!keyId.isEmpty()) {
            names.add(keyId.toHex());
        }
        return names;
    }
}
