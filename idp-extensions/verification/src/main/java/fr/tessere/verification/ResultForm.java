package fr.tessere.verification;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.verification.assurance.SwitchKind;
import fr.tessere.verification.evidence.Check;
import fr.tessere.verification.evidence.CheckResult;
import fr.tessere.verification.evidence.DocumentStatus;
import fr.tessere.verification.evidence.Evidence;
import fr.tessere.verification.evidence.Proof;
import fr.tessere.verification.evidence.StatusReport;
import fr.tessere.verification.evidence.Weakness;
import fr.tessere.verification.identity.BirthDate;
import fr.tessere.verification.identity.CitizenIdentity;
import fr.tessere.verification.identity.DocumentKey;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** A result as bytes, to be sealed. Enums are written by name, so that a later version can read an earlier one's. */
final class ResultForm {
    private ResultForm() {}

    static Bytes encode(Verified verified) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            write(out, verified.identity());
            write(out, verified.evidence());
            out.writeUTF(verified.document().issuingState());
            out.writeUTF(verified.document().documentType());
            out.writeUTF(verified.document().number());
            writeFacts(out, verified.facts());
            BasisForm.write(out, verified.basis());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return Bytes.of(bytes.toByteArray());
    }

    static Verified decode(Bytes encoded) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(encoded.toArray()))) {
            CitizenIdentity identity = identity(in);
            Evidence evidence = evidence(in);
            DocumentKey document = new DocumentKey(in.readUTF(), in.readUTF(), in.readUTF());
            return new Verified(identity, evidence, document, facts(in), BasisForm.read(in));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static void write(DataOutputStream out, CitizenIdentity identity) throws IOException {
        out.writeUTF(identity.familyName());
        out.writeUTF(identity.givenNames());
        out.writeInt(identity.birthDate().year());
        out.writeByte(identity.birthDate().month());
        out.writeByte(identity.birthDate().day());
        out.writeUTF(identity.sex());
        out.writeUTF(identity.nationality());
        out.writeUTF(identity.issuingState());
        out.writeUTF(identity.documentType());
        out.writeLong(identity.expiry().toEpochDay());
        out.writeUTF(identity.placeOfBirth());
        out.writeBoolean(identity.detailedNames());
        out.writeBoolean(identity.detailedBirth());
    }

    private static CitizenIdentity identity(DataInputStream in) throws IOException {
        return new CitizenIdentity(
                in.readUTF(),
                in.readUTF(),
                new BirthDate(in.readInt(), in.readByte(), in.readByte()),
                in.readUTF(),
                in.readUTF(),
                in.readUTF(),
                in.readUTF(),
                LocalDate.ofEpochDay(in.readLong()),
                in.readUTF(),
                in.readBoolean(),
                in.readBoolean());
    }

    private static void write(DataOutputStream out, Evidence evidence) throws IOException {
        out.writeUTF(evidence.proof().name());
        out.writeUTF(evidence.proofAlgorithm());
        out.writeUTF(evidence.signerCountry());
        PendingState.write(out, evidence.signerDigest());
        PendingState.write(out, evidence.securityObjectDigest());
        out.writeUTF(evidence.signatureAlgorithm());
        out.writeUTF(evidence.digestAlgorithm());
        out.writeBoolean(evidence.specimen());
        out.writeBoolean(evidence.documentExpired());
        out.writeUTF(evidence.trustVersion());
        out.writeByte(evidence.weaknesses().size());
        for (Weakness weakness : evidence.weaknesses()) {
            out.writeUTF(weakness.name());
        }
        out.writeByte(evidence.checks().size());
        for (Map.Entry<Check, CheckResult> check : evidence.checks().entrySet()) {
            out.writeUTF(check.getKey().name());
            out.writeUTF(check.getValue().name());
        }
        write(out, evidence.at());
        out.writeUTF(evidence.status().status().name());
        out.writeUTF(evidence.status().source());
        write(out, evidence.status().at());
    }

    private static void write(DataOutputStream out, Instant at) throws IOException {
        out.writeLong(at.getEpochSecond());
        out.writeInt(at.getNano());
    }

    private static void writeFacts(DataOutputStream out, Map<SwitchKind, Set<String>> facts) throws IOException {
        out.writeByte(facts.size());
        for (Map.Entry<SwitchKind, Set<String>> kind : facts.entrySet()) {
            out.writeUTF(kind.getKey().name());
            out.writeByte(kind.getValue().size());
            for (String fact : kind.getValue()) {
                out.writeUTF(fact);
            }
        }
    }

    private static Map<SwitchKind, Set<String>> facts(DataInputStream in) throws IOException {
        Map<SwitchKind, Set<String>> facts = new EnumMap<>(SwitchKind.class);
        for (int kinds = in.readByte(); kinds > 0; kinds--) {
            SwitchKind kind = SwitchKind.valueOf(in.readUTF());
            Set<String> values = new TreeSet<>();
            for (int left = in.readByte(); left > 0; left--) {
                values.add(in.readUTF());
            }
            facts.put(kind, values);
        }
        return facts;
    }

    private static Evidence evidence(DataInputStream in) throws IOException {
        return new Evidence(
                Proof.valueOf(in.readUTF()),
                in.readUTF(),
                in.readUTF(),
                PendingState.read(in),
                PendingState.read(in),
                in.readUTF(),
                in.readUTF(),
                in.readBoolean(),
                in.readBoolean(),
                in.readUTF(),
                weaknesses(in),
                checks(in),
                instant(in),
                new StatusReport(DocumentStatus.valueOf(in.readUTF()), in.readUTF(), instant(in)));
    }

    private static Instant instant(DataInputStream in) throws IOException {
        return Instant.ofEpochSecond(in.readLong(), in.readInt());
    }

    private static Set<Weakness> weaknesses(DataInputStream in) throws IOException {
        Set<Weakness> weaknesses = EnumSet.noneOf(Weakness.class);
        for (int left = in.readByte(); left > 0; left--) {
            weaknesses.add(Weakness.valueOf(in.readUTF()));
        }
        return weaknesses;
    }

    private static Map<Check, CheckResult> checks(DataInputStream in) throws IOException {
        Map<Check, CheckResult> checks = new EnumMap<>(Check.class);
        for (int left = in.readByte(); left > 0; left--) {
            checks.put(Check.valueOf(in.readUTF()), CheckResult.valueOf(in.readUTF()));
        }
        return checks;
    }
}
