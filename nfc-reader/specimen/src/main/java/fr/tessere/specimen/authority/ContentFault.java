package fr.tessere.specimen.authority;

import fr.tessere.protocol.bytes.Bytes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/**
 * What can be wrong with the hashes that a State signs (LDSSecurityObject, ICAO 9303-10 §4.6.2.3; BSI TR-03105-5.1 LDS_H_39
 * to 47 and 86 to 92). The signature is right: the State itself made the mistake.
 */
public enum ContentFault {
    NONE(parts -> parts),
    VERSION_OTHER(parts -> parts.version(new ASN1Integer(5))),
    VERSION_MISSING(parts -> parts.version(List.of())),
    /** Version 0 and yet the LDS version behind the hashes, which only version 1 has (LDS_H_87). */
    VERSION_0_WITH_INFO(parts -> parts.version(new ASN1Integer(0)).info("0108")),
    /** Version 1 without an LDS version (LDS_H_88). */
    VERSION_1_WITHOUT_INFO(parts -> parts.version(new ASN1Integer(1)).info(List.of())),
    /** Version 1, which began with LDS 1.8, saying LDS 1.7. */
    VERSION_1_OF_LDS_17(parts -> parts.version(new ASN1Integer(1)).info("0107")),
    /** A future LDS 1.9 (LDS_H_89). */
    LDS_19(parts -> parts.version(new ASN1Integer(1)).info("0109")),
    DIGEST_MD5(parts -> parts.algorithm(new AlgorithmIdentifier(PKCSObjectIdentifiers.md5, DERNull.INSTANCE))),
    DIGEST_MISSING(parts -> parts.algorithm(List.of())),
    /** Names another good algorithm than the hashes were made with. */
    DIGEST_OTHER(parts -> parts.algorithm(HashAlgorithm.SHA_384.identifier())),
    DG1_HASH_WRONG(parts -> parts.hash(1, Bytes.of(new byte[32]))),
    DG2_HASH_WRONG(parts -> parts.hash(2, Bytes.of(new byte[32]))),
    DG11_HASH_WRONG(parts -> parts.hash(11, Bytes.of(new byte[32]))),
    DG14_HASH_WRONG(parts -> parts.hash(14, Bytes.of(new byte[32]))),
    DG15_HASH_WRONG(parts -> parts.hash(15, Bytes.of(new byte[32]))),
    DG1_HASH_SHORT(parts -> parts.hash(1, Bytes.of(new byte[16]))),
    DG1_LEFT_OUT(parts -> parts.without(1)),
    DG2_LEFT_OUT(parts -> parts.without(2)),
    DG11_LEFT_OUT(parts -> parts.without(11)),
    DG14_LEFT_OUT(parts -> parts.without(14)),
    DG15_LEFT_OUT(parts -> parts.without(15)),
    /** The hashes of two data groups changed places. */
    HASHES_SWAPPED(parts -> parts.swapped(1, 2)),
    /** A data group more than the chip has (LDS_H_45, LDS_H_90). */
    DG10_ADDED(parts -> parts.hash(10, Bytes.of(new byte[32]))),
    DG3_ADDED(parts -> parts.hash(3, Bytes.of(new byte[32]))),
    /** The hash of DG2 as that of DG3 (LDS_H_92). */
    DG2_AS_DG3(parts -> parts.renumbered(2, 3)),
    DG1_NUMBER_255(parts -> parts.renumbered(1, 255)),
    DG1_NUMBER_0(parts -> parts.renumbered(1, 0)),
    /** An entry that is a hash alone (LDS_H_47). */
    DG2_NUMBER_MISSING(Parts::withoutNumberOf2),
    DG1_TWICE(Parts::withDg1Twice),
    GROUPS_EMPTY(Parts::withoutGroups),
    PART_UNKNOWN(parts -> parts.behind(new ASN1Integer(9303)));

    private final UnaryOperator<Parts> change;

    ContentFault(UnaryOperator<Parts> change) {
        this.change = change;
    }

    /** The word used on the command line, for example {@code dg10-added}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** DER with this fault in it. */
    Bytes in(SecurityObjectContent content) {
        return change.apply(new Parts(content)).encode();
    }

    /** The parts while they are changed. */
    private static final class Parts {
        private final SortedMap<Integer, Bytes> hashes;
        private final List<ASN1Encodable> moreGroups = new ArrayList<>();
        private List<ASN1Encodable> version;
        private List<ASN1Encodable> algorithm;
        private List<ASN1Encodable> info;
        private List<ASN1Encodable> behind = List.of();

        Parts(SecurityObjectContent content) {
            hashes = new TreeMap<>(content.hashes());
            version = List.of(new ASN1Integer(content.version()));
            algorithm = List.of(content.hash().identifier());
            info = content.version() == 1 ? List.of(info("0108", "040000")) : List.of();
        }

        private static DERSequence info(String lds, String unicode) {
            return new DERSequence(new ASN1Encodable[] {new DERPrintableString(lds), new DERPrintableString(unicode)});
        }

        Parts version(ASN1Encodable other) {
            return version(List.of(other));
        }

        Parts version(List<ASN1Encodable> other) {
            version = other;
            return this;
        }

        Parts algorithm(ASN1Encodable other) {
            return algorithm(List.of(other));
        }

        Parts algorithm(List<ASN1Encodable> other) {
            algorithm = other;
            return this;
        }

        Parts info(String lds) {
            return info(List.of(info(lds, "040000")));
        }

        Parts info(List<ASN1Encodable> other) {
            info = other;
            return this;
        }

        Parts behind(ASN1Encodable part) {
            behind = List.of(part);
            return this;
        }

        Parts hash(int group, Bytes hash) {
            hashes.put(group, hash);
            return this;
        }

        Parts without(int group) {
            hashes.remove(group);
            return this;
        }

        Parts renumbered(int group, int number) {
            Bytes hash = hashOf(group);
            hashes.remove(group);
            hashes.put(number, hash);
            return this;
        }

        Parts swapped(int one, int other) {
            Bytes first = hashOf(one);
            hashes.put(one, hashOf(other));
            hashes.put(other, first);
            return this;
        }

        Parts withoutNumberOf2() {
            moreGroups.add(new DERSequence(new DEROctetString(hashOf(2).toArray())));
            return without(2);
        }

        Parts withDg1Twice() {
            moreGroups.add(entry(1, hashOf(1)));
            return this;
        }

        Parts withoutGroups() {
            hashes.clear();
            return this;
        }

        private Bytes hashOf(int group) {
            Bytes hash = hashes.get(group);
            if (hash == null) {
                throw new IllegalStateException("the document has no DG" + group);
            }
            return hash;
        }

        private static DERSequence entry(int group, Bytes hash) {
            return new DERSequence(new ASN1Encodable[] {new ASN1Integer(group), new DEROctetString(hash.toArray())});
        }

        Bytes encode() {
            List<ASN1Encodable> groups = new ArrayList<>();
            hashes.forEach((group, hash) -> groups.add(entry(group, hash)));
            groups.addAll(moreGroups);
            List<ASN1Encodable> all = new ArrayList<>(version);
            all.addAll(algorithm);
            all.add(new DERSequence(groups.toArray(new ASN1Encodable[0])));
            all.addAll(info);
            all.addAll(behind);
            return CountrySigner.der(new DERSequence(all.toArray(new ASN1Encodable[0])));
        }
    }
}
