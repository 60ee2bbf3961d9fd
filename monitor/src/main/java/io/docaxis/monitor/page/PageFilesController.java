package io.docaxis.monitor.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Sends the page at {@code /}, and what it is made of below {@code /page/}. A browser asks again each time whether a file is still the same. Thread-safe. */
@RestController
final class PageFilesController {

    private static final String BELOW = "/page/";

    private final PageFiles files;

    PageFilesController(PageFiles files) {
        this.files = files;
    }

    @GetMapping("/")
    ResponseEntity<byte[]> index(HttpServletRequest request) {
        return answer(files.index(), request);
    }

    @GetMapping(BELOW + "**")
    ResponseEntity<byte[]> file(HttpServletRequest request) {
        return Optional.of(request.getRequestURI())
                .filter(asked -> asked.startsWith(BELOW))
                .flatMap(asked -> files.named(asked.substring(BELOW.length())))
                .map(file -> answer(file, request))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** Spring answers 304 by the tag. */
    private static ResponseEntity<byte[]> answer(PageFile file, HttpServletRequest request) {
        PageFile.Form form = file.form(takesGzip(request.getHeader(HttpHeaders.ACCEPT_ENCODING)));
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, file.contentType())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING)
                .cacheControl(CacheControl.noCache())
                .eTag(form.etag());
        if (form.packed()) {
            answer.header(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        return answer.body(form.bytes());
    }

    /** @param accepted {@code gzip;q=0} is a refusal; null: nothing is said */
    static boolean takesGzip(String accepted) {
        return accepted != null
                && Stream.of(accepted.replace(" ", "").split(","))
                        .anyMatch(each -> each.matches("(?i)gzip(;q=(1(\\.0*)?|0\\.0*[1-9]\\d*))?"));
    }
}
