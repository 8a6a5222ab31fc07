package fr.tessere.verification.trust;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.verification.trust.SurveyNotes.Origin;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.x500.X500Name;

/**
 * Reads trust anchors from a folder: certificates ({@code *.cer}, {@code *.crt}, {@code *.der}, {@code *.pem}), revocation
 * lists ({@code *.crl}), master lists ({@code *.ml}), files of the ICAO directory ({@code *.ldif}). Lying there makes
 * nothing trusted: the file {@code confirmed} does, a master list whose signer stands in {@code master-list-signers} and
 * is confirmed, or a link certificate. In {@code signers} lie document signers for documents that bring none. What lies in
 * {@code specimen} vouches for specimens only, a single document signer too.
 */
public final class TrustFolder {
    /** Clocks of those who sign lists may be off by this much. */
    private static final Duration SLACK = Duration.ofDays(1);

    private final FolderContents contents;
    private final SurveyNotes notes;
    private final Instant at;
    private final Confirmations confirmed;
    private final Map<SignedCertificate, Origin> candidates = new LinkedHashMap<>();
    private final Map<SignedCertificate, Origin> specimens = new LinkedHashMap<>();
    private final KnownSigners documentSigners = new KnownSigners(List.of());
    private final List<Waiting> masterLists = new ArrayList<>();
    private final ListedSigners listed;
    private final Map<UnverifiedRevocationList, Origin> lists = new LinkedHashMap<>();
    private final List<RevocationList> proven = new ArrayList<>();
    private final Map<X500Name, List<Bytes>> invalid = new HashMap<>();

    private TrustFolder(FolderContents contents, boolean namedByHand, Set<Bytes> confirmedBesides, Instant at) {
        this.contents = contents;
        this.at = at;
        notes = new SurveyNotes(contents);
        confirmed = confirmations(namedByHand).and(confirmedBesides);
        listed = new ListedSigners(notes, SLACK, at);
    }

    /** Reads the folder as a server does; what cannot be used is listed with its reason, and no part of it is trusted. */
    public static TrustSurvey survey(Path folder, Instant at) throws IOException {
        return survey(folder, Set.of(), at);
    }

    /** The same with certificates that were confirmed elsewhere than in the folder, by their SHA-256. */
    static TrustSurvey survey(Path folder, Set<Bytes> confirmedBesides, Instant at) throws IOException {
        return new TrustFolder(FolderContents.read(folder), false, confirmedBesides, at).survey();
    }

    /**
     * The same for a person who names the folder for one question: if it has no file {@code confirmed}, whatever lies in
     * it is confirmed by that.
     */
    public static TrustSurvey surveyNamedByHand(Path folder, Instant at) throws IOException {
        return new TrustFolder(FolderContents.read(folder), true, Set.of(), at).survey();
    }

    /** A master list, whose signer may stand in a file behind it. */
    private record Waiting(TrustObjects.Found object, Origin origin, Optional<UnusableException> fault) {
        boolean ofSpecimens() {
            return origin.file().startsWith(FolderContents.SPECIMENS);
        }
    }

    private Confirmations confirmations(boolean namedByHand) {
        Bytes file = contents.files().get(Confirmations.FILE);
        if (file == null) {
            return namedByHand ? Confirmations.everything() : Confirmations.none();
        }
        Origin origin = new Origin(Confirmations.FILE, "");
        try {
            Confirmations read = Confirmations.parse(file);
            notes.used(origin);
            return read;
        } catch (UnusableException malformed) {
            notes.unused(origin, "", malformed);
            return Confirmations.none();
        }
    }

    private TrustSurvey survey() {
        Collection<SignedCertificate> roots = listSigners();
        contents.files().forEach((name, content) -> {
            if (!name.equals(Confirmations.FILE) && !name.startsWith(FolderContents.LIST_SIGNERS)) {
                take(name, content);
            }
        });
        takeMasterLists(roots);
        VouchedSigners vouched = vouched(Set.of());
        List<CountrySigner> ofSpecimens = specimens.keySet().stream()
                .map(certificate -> new CountrySigner(certificate, true))
                .toList();
        lists.forEach((list, origin) -> prove(
                list, origin, origin.file().startsWith(FolderContents.SPECIMENS) ? ofSpecimens : vouched.signers()));
        Set<Bytes> revoked = revoked();
        VouchedSigners left = revoked.isEmpty() ? vouched : vouched(revoked);
        candidates.forEach((certificate, origin) -> {
            if (left.trusts(certificate)) {
                notes.used(origin);
            } else if (revoked.contains(certificate.digest())) {
                notes.unused(origin, certificate, new UnusableException(TrustFault.REVOKED, "on a revocation list"));
            } else {
                notes.unused(origin, certificate, left.fault(certificate));
            }
        });
        List<CountrySigner> anchors = new ArrayList<>(left.signers());
        anchors.addAll(ofSpecimens);
        TrustAnchors all = new TrustAnchors(anchors, documentSigners, proven, invalid);
        return new TrustSurvey(all, notes.files(), listed.lists(), at);
    }

    /** Where everything counts as confirmed, whoever stands in a list may sign the next one. */
    private void takeMasterLists(Collection<SignedCertificate> roots) {
        List<Waiting> left = List.copyOf(masterLists);
        boolean again = true;
        while (again) {
            List<Waiting> refused = new ArrayList<>();
            for (Waiting list : left) {
                List<SignedCertificate> vouchers = new ArrayList<>(list.ofSpecimens() ? List.of() : roots);
                if (confirmed.isEverything()) {
                    vouchers.addAll(candidates.keySet());
                }
                try {
                    listed.take(list.object(), list.origin(), vouchers, candidates::put);
                } catch (UnusableException fault) {
                    refused.add(new Waiting(list.object(), list.origin(), Optional.of(fault)));
                }
            }
            again = confirmed.isEverything() && refused.size() < left.size();
            left = refused;
        }
        left.forEach(list -> list.fault().ifPresent(fault -> notes.unused(list.origin(), "", fault)));
    }

    private VouchedSigners vouched(Set<Bytes> revoked) {
        return VouchedSigners.among(candidates.keySet(), confirmed, listed.listed(), revoked, at);
    }

    /** Whom the operator trusts to sign master lists: confirmed here too, or linked to one that is. */
    private Collection<SignedCertificate> listSigners() {
        Map<SignedCertificate, Origin> roots = new LinkedHashMap<>();
        contents.files().forEach((name, content) -> {
            if (name.startsWith(FolderContents.LIST_SIGNERS)) {
                each(name, content, (object, origin) -> roots.put(certificate(object), origin));
            }
        });
        VouchedSigners vouched = VouchedSigners.among(roots.keySet(), confirmed, Map.of(), Set.of(), at);
        roots.forEach((certificate, origin) -> {
            if (vouched.trusts(certificate)) {
                notes.used(origin);
            } else {
                notes.unused(origin, certificate, vouched.fault(certificate));
            }
        });
        return vouched.signers().stream().map(CountrySigner::certificate).toList();
    }

    private void take(String name, Bytes content) {
        each(name, content, (object, origin) -> {
            switch (object.kind()) {
                case CERTIFICATE ->
                    take(certificate(object), origin, object.claim().isPresent());
                case REVOCATION_LIST -> take(object, origin);
                case MASTER_LIST -> masterLists.add(new Waiting(object, origin, Optional.empty()));
            }
        });
    }

    private void take(SignedCertificate certificate, Origin origin, boolean fromDirectory) throws UnusableException {
        if (origin.file().startsWith(FolderContents.SPECIMENS)) {
            specimens.put(certificate, origin);
            notes.used(origin);
            if (certificate.signsDocuments()) {
                documentSigners.add(certificate);
            }
        } else if (origin.file().startsWith(FolderContents.DOCUMENT_SIGNERS)
                || fromDirectory && certificate.signsDocuments()) {
            documentSigners.add(certificate);
            notes.used(origin);
        } else {
            UnusableException.require(
                    certificate.maySignCertificates(),
                    TrustFault.NOT_AN_AUTHORITY,
                    "no country signer's certificate; document signers belong into the sub-folder signers");
            candidates.put(certificate, origin);
        }
    }

    private void take(TrustObjects.Found object, Origin origin) throws UnusableException {
        UnverifiedRevocationList list =
                UnusableException.because(TrustFault.MALFORMED, () -> UnverifiedRevocationList.parse(object.der()));
        TrustClaims.require(object.claim(), "crl", SignedCertificate.country(list.issuer()));
        lists.put(list, origin);
    }

    private void prove(UnverifiedRevocationList list, Origin origin, Collection<CountrySigner> signers) {
        String issuer = SurveyNotes.words(list.issuer());
        try {
            RevocationList found =
                    UnusableException.because(TrustFault.REVOCATION_LIST_UNTRUSTED, () -> list.provenBy(signers));
            UnusableException.require(
                    !found.thisUpdate().isAfter(at.plus(SLACK)),
                    TrustFault.FROM_THE_FUTURE,
                    "made at " + found.thisUpdate());
            proven.add(found);
            notes.used(origin);
        } catch (UnusableException fault) {
            invalid.computeIfAbsent(list.issuer(), name -> new ArrayList<>()).add(list.digest());
            notes.unused(origin, issuer, fault);
        }
    }

    /** Authorities that a list of their issuer names. */
    private Set<Bytes> revoked() {
        Set<Bytes> revoked = new HashSet<>();
        Map<X500Name, List<RevocationList>> byIssuer = new HashMap<>();
        proven.forEach(list -> byIssuer.computeIfAbsent(list.issuer(), name -> new ArrayList<>())
                .add(list));
        for (SignedCertificate certificate : candidates.keySet()) {
            if (byIssuer.getOrDefault(certificate.issuer(), List.of()).stream()
                    .anyMatch(list -> list.names(certificate.serialNumber()))) {
                revoked.add(certificate.digest());
            }
        }
        return revoked;
    }

    private static SignedCertificate certificate(TrustObjects.Found object) throws UnusableException {
        UnusableException.require(
                object.kind() == TrustObjects.Kind.CERTIFICATE, TrustFault.MALFORMED, "a certificate is expected here");
        SignedCertificate certificate =
                UnusableException.because(TrustFault.MALFORMED, () -> SignedCertificate.parse(object.der()));
        TrustClaims.require(object.claim(), certificate);
        return certificate;
    }

    private void each(String name, Bytes content, Reading reading) {
        notes.attempt(new Origin(name, ""), () -> {
            for (TrustObjects.Found object : TrustObjects.of(name, content)) {
                Origin origin = new Origin(name, object.place());
                notes.attempt(origin, () -> reading.read(object, origin));
            }
        });
    }

    @FunctionalInterface
    private interface Reading {
        void read(TrustObjects.Found object, Origin origin) throws UnusableException;
    }
}
