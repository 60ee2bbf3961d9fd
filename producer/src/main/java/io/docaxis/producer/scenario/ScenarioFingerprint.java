package io.docaxis.producer.scenario;

import io.docaxis.common.agency.AgencyCatalogue;
import io.docaxis.common.calendar.WorkingCalendar;
import io.docaxis.common.hash.Hash;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A hash over every component of a scenario, found by reflection so that none is forgotten. Lists count in their order; maps
 * must have one of their own, which those of a scenario have.
 */
final class ScenarioFingerprint {

    /** What counts as one record, in this order: mistakes and disturbances, which share a section of the file, too. */
    private static final String[] DISTURBANCES = """
            duplicatePpm duplicateAfter delayPpm delay dropPpm corruptPpm garbagePpm unknownKindPpm
            noReceiverPpm unknownAgencyPpm unknownSenderPpm unknownReceiverPpm oldCodePpm impossibleDuePpm
            statusBeforeDocumentPpm answerBeforeDocumentPpm orphanAnswerPpm orphanStatusPpm
            repeatedStatusPpm lateRefusalPpm recallCrossingPpm outages clocks drainS
            """.strip().split("\\s+");

    private ScenarioFingerprint() {}

    static long of(Record scenario) {
        Map<String, Object> components = components(scenario);
        // what somebody wants of a load changes nothing of the world
        components.remove("requirements");
        Map<String, Object> disturbances = new LinkedHashMap<>();
        for (String name : DISTURBANCES) {
            disturbances.put(name, components.remove(name));
        }
        long hash = ofRecord("Scenario", components);
        return Hash.mix(Hash.mix(hash, Hash.of("disturbances")), ofRecord("Disturbances", disturbances));
    }

    private static long ofValue(Object value) {
        if (value == null) {
            return Hash.of("null");
        }
        if (value instanceof Record composed) {
            return ofRecord(composed.getClass().getSimpleName(), components(composed));
        }
        if (value instanceof List<?> list) {
            return list.stream().mapToLong(ScenarioFingerprint::ofValue).reduce(Hash.mix(list.size()), Hash::mix);
        }
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .mapToLong(entry -> Hash.mix(ofValue(entry.getKey()), ofValue(entry.getValue())))
                    .reduce(Hash.mix(map.size()), Hash::mix);
        }
        if (value instanceof WorkingCalendar calendar) {
            return ofCalendar(calendar);
        }
        if (value instanceof AgencyCatalogue agencies) {
            return agencies.fingerprint();
        }
        return ofSimple(value);
    }

    private static long ofRecord(String name, Map<String, Object> components) {
        long hash = Hash.of(name);
        for (var component : components.entrySet()) {
            hash = Hash.mix(hash, Hash.of(component.getKey()));
            hash = Hash.mix(hash, ofValue(component.getValue()));
        }
        return hash;
    }

    /** By name, in their order; those of a {@link Group} in its place. */
    private static Map<String, Object> components(Record composed) {
        Map<String, Object> components = new LinkedHashMap<>();
        try {
            for (RecordComponent component : composed.getClass().getRecordComponents()) {
                Object value = component.getAccessor().invoke(composed);
                if (value instanceof Group) {
                    components.putAll(components((Record) value));
                } else {
                    components.put(component.getName(), value);
                }
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("components of a scenario are public: " + composed.getClass(), e);
        }
        return components;
    }

    private static long ofCalendar(WorkingCalendar calendar) {
        long hash = Hash.mix(calendar.firstDay(), calendar.lastDay());
        for (long[] days : List.of(calendar.daysOff(), calendar.makeUpDays())) {
            hash = Hash.mix(hash, days.length);
            for (long day : days) {
                hash = Hash.mix(hash, day);
            }
        }
        return Hash.mix(Hash.mix(hash, ofValue(calendar.hours())), calendar.utcOffsetS());
    }

    private static long ofSimple(Object value) {
        if (value instanceof Enum<?> constant) {
            return Hash.of(constant.name());
        }
        if (value instanceof String
                || value instanceof Number
                || value instanceof Boolean
                || value instanceof LocalDate) {
            return Hash.of(value.toString());
        }
        throw new IllegalStateException("no fingerprint for " + value.getClass() + ": say here what tells two apart");
    }
}
