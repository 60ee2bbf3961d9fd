package io.docaxis.common.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {

    @Test
    void hidesALongSecretAnywhere() {
        Secrets.add("s3cr3t-of-this-test");

        assertThat(Secrets.hide("it was xs3cr3t-of-this-testx, yes")).isEqualTo("it was x[hidden]x, yes");
    }

    @Test
    void hidesAShortSecretWhereItIsAWord() {
        Secrets.add("q7");

        assertThat(Secrets.hide("q7 is not sq7uare, 'q7'")).isEqualTo("[hidden] is not sq7uare, '[hidden]'");
    }

    /** Kafka's parser quotes the word that it did not expect: of a password with a blank in it, the second half. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a.b.PlainLoginModule required username=\"someone\" password=\"planted-1\";",
                "a.b.PlainLoginModule required username=someone password=first planted-1;",
                "a.b.PlainLoginModule required password='planted-1'",
                "a.b.PlainLoginModule required token=planted-1 ;",
                "a.b.PlainLoginModule planted-1 username=someone;",
                "planted-1"
            })
    void hidesEveryWordOfALoginThatMayBeSecret(String login) {
        Secrets.addJaas(login);

        assertThat(Secrets.hide("Value not specified for key 'planted-1' in JAAS config; PlainLoginModule required"))
                .doesNotContain("planted-1")
                .contains("PlainLoginModule required");
    }

    @Test
    void showsNoPropertiesOfACluster() {
        assertThat(new Cluster("a:1", java.util.Map.of("ssl.key.password", "planted-2")))
                .hasToString("a:1");
    }
}
