package io.docaxis.monitor.health;

/** What last happened to a commit that should not: it went back, or the log's start overtook it. By the number of the look. */
final class CommitNews {

    private static final int NEVER = Integer.MIN_VALUE;

    private int wentBackAt = NEVER;
    private long wentBackFrom;
    private int lostAt = NEVER;
    private long lost;

    /** Two looks at a partition that the group has a commit in. */
    void look(GroupPosition before, GroupPosition now, int number) {
        if (now.commit().getAsLong() < before.commit().getAsLong()) {
            wentBackAt = number;
            wentBackFrom = before.commit().getAsLong();
        }
        if (now.lost() > before.lost() && now.start() > before.start()) {
            lostAt = number;
            lost = now.lost() - before.lost();
        }
    }

    /** Whether it went back at one of the last looks. */
    boolean wentBackWithin(int looks, int number) {
        return wentBackAt > number - looks;
    }

    long wentBackFrom() {
        return wentBackFrom;
    }

    /** What was deleted unread when that last grew, where it was at one of the last looks; else 0. */
    long lostWithin(int looks, int number) {
        return lostAt > number - looks ? lost : 0;
    }
}
