package fr.tessere.specimen.catalogue;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.bytes.StrictTlv;
import fr.tessere.protocol.bytes.TlvException;
import fr.tessere.protocol.card.FileId;
import fr.tessere.specimen.document.SpecimenDocument;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;

/**
 * Faults of the SecurityInfos in DG14, EF.CardAccess and EF.CardSecurity (ICAO 9303-11 §9.2). The first argument is the file, the second
 * the kind of info: {@code ca}, {@code key}, {@code aa}, {@code pace}; all of that kind are meant.
 */
final class InfoFaults {
    private static final Map<String, String> KINDS = Map.of(
            "ca", "0.4.0.127.0.7.2.2.3.",
            "key", "0.4.0.127.0.7.2.2.1.",
            "pace", "0.4.0.127.0.7.2.2.4.",
            "aa", "2.23.136.1.1.5");

    private InfoFaults() {}

    static void addTo(Map<String, Faults.Fault> all) {
        all.put("info-without", (document, word) -> each(document, word, parts -> List.of()));
        all.put(
                "info-oid",
                (document, word) ->
                        each(document, word, parts -> with(parts, 0, new ASN1ObjectIdentifier(word.argument(2)))));
        all.put("info-no-oid", (document, word) -> each(document, word, parts -> parts.subList(1, parts.size())));
        all.put("info-version", (document, word) -> each(document, word, parts -> with(parts, 1, number(word))));
        all.put(
                "info-no-version",
                (document, word) -> each(document, word, parts -> {
                    List<ASN1Encodable> fewer = new ArrayList<>(parts);
                    fewer.remove(1);
                    return fewer;
                }));
        all.put("info-id", (document, word) -> each(document, word, parts -> with(parts, 2, number(word))));
        all.put(
                "info-signature",
                (document, word) ->
                        each(document, word, parts -> with(parts, 2, new ASN1ObjectIdentifier(word.argument(2)))));
        all.put("pace", InfoFaults::pace);
        all.put(
                "info-add",
                (document, word) -> infos(document, FileFaults.file(word), infos -> {
                    List<ASN1Encodable> more = new ArrayList<>(infos);
                    more.add(parsed(Bytes.ofHex(word.argument(1))));
                    return more;
                }));
    }

    /** {@code pace(2.4,16)}: EF.CardAccess and DG14 announce this and no other PACE: mapping, cipher, parameters. */
    private static SpecimenDocument pace(SpecimenDocument document, FaultWord word) {
        List<ASN1Encodable> announced = new ArrayList<>();
        for (int i = 0; i < word.arguments().size(); i += 2) {
            announced.add(new DERSequence(new ASN1Encodable[] {
                new ASN1ObjectIdentifier(KINDS.get("pace") + word.argument(i)),
                new ASN1Integer(2),
                new ASN1Integer(FileFaults.number(word, i + 1))
            }));
        }
        SpecimenDocument changed = document;
        for (FileId file : List.of(FileId.CARD_ACCESS, FileId.DG14)) {
            changed = each(changed, new FaultWord("pace", List.of(file.word(), "pace")), parts -> List.of());
            changed = infos(changed, file, infos -> {
                List<ASN1Encodable> all = new ArrayList<>(infos);
                all.addAll(announced);
                return all;
            });
        }
        return changed;
    }

    /** Changes each info of the kind that the second argument names; no parts: the info is left out. */
    static SpecimenDocument each(SpecimenDocument document, FaultWord word, UnaryOperator<List<ASN1Encodable>> change) {
        String prefix = KINDS.get(word.argument(1));
        if (prefix == null) {
            throw new IllegalArgumentException("infos are of the kinds " + KINDS.keySet());
        }
        return infos(document, FileFaults.file(word), infos -> {
            List<ASN1Encodable> changed = new ArrayList<>();
            int found = 0;
            for (ASN1Encodable info : infos) {
                List<ASN1Encodable> parts =
                        List.of(ASN1Sequence.getInstance(info).toArray());
                boolean meant = parts.get(0) instanceof ASN1ObjectIdentifier oid
                        && oid.getId().startsWith(prefix);
                List<ASN1Encodable> after = meant ? change.apply(parts) : parts;
                found += meant ? 1 : 0;
                if (!after.isEmpty()) {
                    changed.add(new DERSequence(after.toArray(new ASN1Encodable[0])));
                }
            }
            if (found == 0) {
                throw new IllegalArgumentException("the file has no info of the kind " + word.argument(1));
            }
            return changed;
        });
    }

    private static SpecimenDocument infos(
            SpecimenDocument document, FileId file, UnaryOperator<List<ASN1Encodable>> change) {
        boolean wrapped = file == FileId.DG14;
        try {
            Bytes content = document.fileOf(file);
            content = file == FileId.CARD_SECURITY ? signedContent(content) : content;
            content = wrapped ? StrictTlv.parse(file.tag(), content).value() : content;
            ASN1Set infos = ASN1Set.getInstance(parsed(content));
            ASN1Encodable[] after = change.apply(List.of(infos.toArray())).toArray(new ASN1Encodable[0]);
            Bytes set = Bytes.of(new DERSet(after).getEncoded("DER"));
            if (file == FileId.CARD_SECURITY) {
                return document.withCardSecurity(set);
            }
            return document.withFile(file, wrapped ? new StrictTlv(file.tag(), set).encode() : set);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (TlvException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** What is signed in EF.CardSecurity; with a change the file is signed again, because nothing else signs it. */
    private static Bytes signedContent(Bytes cardSecurity) {
        try {
            return Bytes.of((byte[])
                    new CMSSignedData(cardSecurity.toArray()).getSignedContent().getContent());
        } catch (CMSException notSigned) {
            throw new IllegalArgumentException(notSigned);
        }
    }

    private static List<ASN1Encodable> with(List<ASN1Encodable> parts, int index, ASN1Encodable part) {
        List<ASN1Encodable> changed = new ArrayList<>(parts);
        if (index == changed.size()) {
            changed.add(part);
        } else {
            changed.set(index, part);
        }
        return changed;
    }

    private static ASN1Integer number(FaultWord word) {
        return new ASN1Integer(FileFaults.number(word, 2));
    }

    private static ASN1Primitive parsed(Bytes der) {
        try {
            return ASN1Primitive.fromByteArray(der.toArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
