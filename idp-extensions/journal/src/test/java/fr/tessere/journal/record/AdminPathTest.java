package fr.tessere.journal.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The path of an act of administration names nobody")
class AdminPathTest {
    private static final String ID = "3e7cf6a1-0c1d-4c5c-8a55-4f4b5b2f9a10";

    @ParameterizedTest
    @CsvSource({
        "users/ID, users",
        "users/ID/reset-password, users/reset-password",
        "users/ID/role-mappings/realm, users/role-mappings/realm",
        "users/ID/credentials/9b0d/moveAfter/7f2c, users/credentials",
        "users/f:source:somebody, users",
        "attack-detection/brute-force/users/ID, attack-detection/brute-force/users",
        "organizations/9b0d/members/ID, organizations/9b0d/members",
    })
    void ofAPerson(String path, String text) {
        AdminPath read = AdminPath.of(path.replace("ID", ID));

        assertThat(read.text()).isEqualTo(text);
        assertThat(read.person()).contains(path.contains("ID") ? ID : "f:source:somebody");
        assertThat(read.session()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"sessions/ID, sessions"})
    void ofASession(String path, String text) {
        AdminPath read = AdminPath.of(path.replace("ID", ID));

        assertThat(read.text()).isEqualTo(text);
        assertThat(read.session()).contains(ID);
        assertThat(read.person()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "''",
        "clients/ID",
        "users/profile",
        "attack-detection/brute-force/users",
        "groups/ID/role-mappings/realm"
    })
    void ofASetting(String path) {
        AdminPath read = AdminPath.of(path.replace("ID", ID));

        assertThat(read.text()).isEqualTo(path.replace("ID", ID));
        assertThat(read.person()).isEmpty();
        assertThat(read.session()).isEmpty();
    }
}
