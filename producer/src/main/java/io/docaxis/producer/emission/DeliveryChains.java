package io.docaxis.producer.emission;

import io.docaxis.common.event.CaseKind;
import io.docaxis.common.hash.BitField;
import java.util.Arrays;

/**
 * Deliveries as links of chains, in primitive arrays, used again. Links that are added to a chain one after the other lie side by
 * side in blocks, so that walking along it waits for memory once a block and not once a link. A link takes 25 bytes, a block
 * 4 more. Not thread-safe.
 */
final class DeliveryChains {

    static final int NONE = -1;

    /** Of a delivery: occurred at, subject, thread with detail. */
    private static final int WORDS = 3;

    private static final BitField DETAIL = BitField.lowest("detail of a delivery", 28);
    private static final BitField THREAD = DETAIL.above("thread", 36);

    private static final int FIRST_BLOCKS = 128;

    private final int blockBits;
    private final int inBlock;
    private long[] words;
    private byte[] seconds;
    /** By block: the link that follows its first one, or the next free block. */
    private int[] nexts = new int[FIRST_BLOCKS];

    private int usedBlocks;
    private int freeBlock = NONE;

    /** @param blockBits blocks are of 2 to this power of links */
    DeliveryChains(int blockBits) {
        this.blockBits = blockBits;
        inBlock = (1 << blockBits) - 1;
        seconds = new byte[FIRST_BLOCKS << blockBits];
        words = new long[seconds.length * WORDS];
    }

    /**
     * A link that holds a delivery; the second is one of its slot.
     *
     * @param following the link that it is put before: it leads there, and has to be the first of its chain; or {@link #NONE}
     */
    int takeBefore(int following, int second, long thread, long occurredAt, long subject, int detail) {
        DETAIL.require(detail);
        CaseKind.require(thread);
        int link = takeBefore(following);
        int at = link * WORDS;
        words[at] = occurredAt;
        words[at + 1] = subject;
        words[at + 2] = THREAD.placed(thread) | detail;
        seconds[link] = (byte) second;
        return link;
    }

    /** A link that holds what a link of others does; it leads to {@link #NONE}. */
    int take(DeliveryChains others, int other) {
        int link = takeBefore(NONE);
        System.arraycopy(others.words, other * WORDS, words, link * WORDS, WORDS);
        seconds[link] = others.seconds[other];
        return link;
    }

    /**
     * The link may be taken again; until then it holds what it held. Chains are freed as a whole, from their first link on: so a
     * block is free when the last link of it is, to which those before have led.
     */
    void free(int link) {
        if ((link & inBlock) == 0) {
            int block = link >>> blockBits;
            nexts[block] = freeBlock;
            freeBlock = block;
        }
    }

    /** The link that a link leads to, or {@link #NONE}. */
    int next(int link) {
        return (link & inBlock) == 0 ? nexts[link >>> blockBits] : link - 1;
    }

    /** Lets a link lead to another; it has to be the first of its block, as every one is in blocks of one. */
    void setNext(int link, int next) {
        nexts[link >>> blockBits] = next;
    }

    int second(int link) {
        return seconds[link];
    }

    long occurredAt(int link) {
        return words[link * WORDS];
    }

    long subject(int link) {
        return words[link * WORDS + 1];
    }

    long thread(int link) {
        return THREAD.get(words[link * WORDS + 2]);
    }

    int detail(int link) {
        return (int) DETAIL.get(words[link * WORDS + 2]);
    }

    private int takeBefore(int following) {
        int beside = following + 1;
        // of NONE this is the first link of all, which is the first of its block
        if ((beside & inBlock) != 0) {
            return beside;
        }
        int block = takeBlock();
        nexts[block] = following;
        return block << blockBits;
    }

    private int takeBlock() {
        int block = freeBlock;
        if (block != NONE) {
            freeBlock = nexts[block];
            return block;
        }
        if (usedBlocks == nexts.length) {
            nexts = Arrays.copyOf(nexts, 2 * usedBlocks);
            seconds = Arrays.copyOf(seconds, nexts.length << blockBits);
            words = Arrays.copyOf(words, seconds.length * WORDS);
        }
        return usedBlocks++;
    }
}
