package fr.tessere.attack;

import static fr.tessere.protocol.reading.RefusalCode.CHIP_NOT_ORIGINAL;
import static fr.tessere.protocol.reading.RefusalCode.DATA_GROUP_DIGEST;
import static fr.tessere.protocol.reading.RefusalCode.DATA_GROUP_MISSING;
import static fr.tessere.protocol.reading.RefusalCode.SIGNER_COUNTRY;
import static fr.tessere.protocol.reading.RefusalCode.SIGNER_UNTRUSTED;
import static fr.tessere.protocol.reading.RefusalCode.SOD_SIGNATURE;
import static org.assertj.core.api.Assertions.assertThat;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.card.FileId;
import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.reader.card.ReadingException;
import fr.tessere.server.Folders;
import fr.tessere.server.KeycloakServer;
import fr.tessere.server.Played;
import fr.tessere.server.Visitor;
import fr.tessere.server.WithKeycloak;
import fr.tessere.specimen.document.SpecimenDocument;
import fr.tessere.specimen.document.Specimens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(WithKeycloak.class)
@DisplayName("A document that is not what the State issued")
class ForgeryTest {
    private final SpecimenDocument card = Specimens.load("french-identity-card");
    private final SpecimenDocument passport = Specimens.load("passport-active-authentication");

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"french-identity-card", "passport-active-authentication"})
    void aCopiedChipIsRefused(String profile, KeycloakServer server) throws ReadingException {
        refuses(server, Specimens.load(profile).copied(), CHIP_NOT_ORIGINAL);
    }

    @Test
    void anotherIdentityInAnOriginalChipIsRefused(KeycloakServer server) throws ReadingException {
        refuses(server, card.withDataGroup1Of(passport), DATA_GROUP_DIGEST);
    }

    @Test
    void anotherIdentityBesideActiveAuthenticationIsRefused(KeycloakServer server) throws ReadingException {
        refuses(server, passport.withDataGroup1Of(Specimens.load("passport-pace-ecdsa-aa")), DATA_GROUP_DIGEST);
    }

    @Test
    void dataGroup14LeftOutByTheReaderIsRefused(KeycloakServer server) throws ReadingException {
        Played played = Played.changing(
                Visitor.arriveAt(server).readingHere(), card, files -> Played.without(FileId.DG14, files));

        assertThat(played.last().code()).isEqualTo(DATA_GROUP_MISSING);
        assertThat(played.last().status()).isEqualTo(422);
    }

    @Test
    void dataGroup15LeftOutByTheReaderIsRefused(KeycloakServer server) throws ReadingException {
        Played played = Played.changing(
                Visitor.arriveAt(server).readingHere(), passport, files -> Played.without(FileId.DG15, files));

        assertThat(played.last().code()).isEqualTo(DATA_GROUP_MISSING);
    }

    @Test
    void chipKeysOfAnotherDocumentAreRefused(KeycloakServer server) throws ReadingException {
        SpecimenDocument other = Specimens.load("passport-pace-ecdsa-aa");
        Played played = Played.changing(
                Visitor.arriveAt(server).readingHere(),
                card,
                files -> Played.with(FileId.DG14, other.fileOf(FileId.DG14), files));

        assertThat(played.last().code()).isEqualTo(DATA_GROUP_DIGEST);
    }

    @Test
    void aChangedSignatureIsRefused(KeycloakServer server) throws ReadingException {
        refuses(server, card.withOneBitFlippedIn(FileId.SOD), SOD_SIGNATURE);
    }

    @Test
    void aStateThatSignsForAnotherIsRefused(KeycloakServer server) throws ReadingException {
        refuses(server, card.signedBy(Specimens.authority().signer("utopia")), SIGNER_COUNTRY);
    }

    @Test
    void aSignerThatNobodyTrustsIsRefused(KeycloakServer server) throws IOException, ReadingException {
        Path folder = Folders.testdata().resolve("sod-etsi-and-variants");
        Bytes sod = Bytes.of(Files.readAllBytes(folder.resolve("etsi-eacaa-EF_SOD.bin")));
        Played played = Played.changing(
                Visitor.arriveAt(server).readingHere(), card, files -> Played.with(FileId.SOD, sod, files));

        assertThat(played.last().code()).isEqualTo(SIGNER_UNTRUSTED);
    }

    private static void refuses(KeycloakServer server, SpecimenDocument document, RefusalCode code)
            throws ReadingException {
        Played played = Played.honestly(Visitor.arriveAt(server).readingHere(), document);

        assertThat(played.last().code()).isEqualTo(code);
        assertThat(played.last().status()).isEqualTo(422);
    }
}
