package io.docaxis.monitor.page;

import io.docaxis.monitor.inquiry.BadQuestionException;
import io.docaxis.monitor.inquiry.Question;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** What a request about a room may ask. */
final class RoomQuestion {

    private RoomQuestion() {}

    /**
     * The room that is asked about: that of the prefix, or the first.
     *
     * @throws BadQuestionException if there is no such prefix, or something else is asked
     */
    static Room room(HttpServletRequest request, Rooms rooms) {
        Optional<String> prefix = Question.of(request, Question.PREFIX).text(Question.PREFIX);
        return rooms.room(prefix)
                .orElseThrow(() -> new BadQuestionException(
                        "prefix '" + prefix.orElseThrow() + "': want one of " + rooms.prefixes()));
    }
}
