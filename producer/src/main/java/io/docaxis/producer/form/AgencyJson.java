package io.docaxis.producer.form;

import io.docaxis.common.agency.AgencyCatalogue;
import tools.jackson.core.JsonGenerator;

/**
 * Writes agencies: by number and code, or by the code alone where an agency was written as text, perhaps one that nobody has. Each code is made
 * once. Not thread-safe.
 */
final class AgencyJson {

    private final JsonGenerator json;
    private final AgencyCatalogue agencies;
    /** By number; null where it was not wanted yet. */
    private final String[] codes;

    AgencyJson(JsonGenerator json, AgencyCatalogue agencies) {
        this.json = json;
        this.agencies = agencies;
        codes = new String[agencies.size()];
    }

    /** @param written the code that stands there instead of a number, or null */
    void write(String name, int number, String written) {
        json.writeName(name);
        write(number, written);
    }

    void writeAll(String name, int[] numbers, int numberCount, String[] written, int writtenCount) {
        json.writeArrayPropertyStart(name);
        for (int i = 0; i < numberCount; i++) {
            write(numbers[i], null);
        }
        for (int i = 0; i < writtenCount; i++) {
            write(0, written[i]);
        }
        json.writeEndArray();
    }

    private void write(int number, String written) {
        json.writeStartObject();
        if (written != null) {
            json.writeStringProperty("code", written);
        } else {
            json.writeNumberProperty("number", number);
            if (number < codes.length) {
                json.writeStringProperty("code", code(number));
            }
        }
        json.writeEndObject();
    }

    private String code(int number) {
        String code = codes[number];
        if (code == null) {
            code = agencies.code(number).value();
            codes[number] = code;
        }
        return code;
    }
}
