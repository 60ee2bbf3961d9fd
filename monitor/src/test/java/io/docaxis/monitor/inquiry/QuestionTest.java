package io.docaxis.monitor.inquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class QuestionTest {

    private static final Prefixes ONE = () -> new TreeSet<>(List.of("docaxis"));
    private static final Prefixes TWO = () -> new TreeSet<>(List.of("b", "a"));

    @Test
    void readsWhatIsThere() {
        Question asked = asked("limit", "7");

        assertThat(asked.whole("limit", 20, 1, 100)).isEqualTo(7);
        assertThat(asked.whole("offset", 20, 1, 100)).isEqualTo(20);
        assertThat(asked.text("sort")).isEmpty();
        assertThat(asked.flag("deep")).isFalse();
        assertThat(asked("deep", "true").flag("deep")).isTrue();
        assertThat(asked("sort", "code").choice("sort", List.of("share", "code")))
                .contains("code");
        assertThat(asked.prefix(ONE)).isEqualTo("docaxis");
        assertThat(asked("prefix", "b").prefix(TWO)).isEqualTo("b");
    }

    @Test
    void saysWhatItGotAndWhatIsAllowed() {
        refuses(() -> asked("limt", "7"), "parameter 'limt': want one of [deep, limit, offset, prefix, sort]");
        refuses(
                () -> Question.of(Map.of("limit", new String[] {"1", "2"}), "limit"),
                "parameter 'limit': it is there 2 times; want one");
        for (String wrong : List.of("", "-1", "101", "1e1", "99999999999999999999", " 7")) {
            refuses(
                    () -> asked("limit", wrong).whole("limit", 20, 0, 100),
                    "limit '" + wrong + "': want a whole number from 0 to 100");
        }
        refuses(() -> asked("deep", "yes").flag("deep"), "deep 'yes': want true or false");
        refuses(
                () -> asked("sort", "Share").choice("sort", List.of("share", "code")),
                "sort 'Share': want one of share, code");
        refuses(() -> asked("sort", "code").prefix(TWO), "parameter 'prefix' is missing: want one of [a, b]");
        refuses(() -> asked("prefix", "c").prefix(TWO), "prefix 'c': want one of [a, b]");
    }

    @Test
    void nobodyIsBlamedForNamingNoPrefixWhereThereIsNone() {
        assertThatThrownBy(() -> asked("sort", "code").prefix(TreeSet::new))
                .isInstanceOf(UnknownException.class)
                .hasMessageContaining("no topics of docaxis");
    }

    private static Question asked(String name, String value) {
        return Question.of(Map.of(name, new String[] {value}), "prefix", "limit", "offset", "deep", "sort");
    }

    private static void refuses(ThrowingCallable question, String why) {
        assertThatThrownBy(question).isInstanceOf(BadQuestionException.class).hasMessage(why);
    }
}
