package com.giosg.chatreports.route;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.PropertyBindingException;
import org.apache.camel.ResolveEndpointFailedException;
import org.apache.camel.component.file.GenericFileOperationFailedException;

/** Why a delivery failed, in words that an operator can act on. */
final class SinkCauses {

    private static final Pattern UNKNOWN_OPTION = Pattern.compile("Unknown parameters=\\[\\{([A-Za-z0-9.-]+)=");

    private SinkCauses() {}

    static String words(Throwable thrown) {
        return Causes.chain(thrown)
                .filter(DeliveryFailure.class::isInstance)
                .findFirst()
                .map(SinkCauses::oneLine)
                .or(() -> unknownOption(thrown))
                .or(() -> wrongValue(thrown))
                .orElseGet(() -> innermost(thrown));
    }

    /** Camel repeats the whole address, with what its options hold. */
    private static Optional<String> unknownOption(Throwable thrown) {
        return Causes.chain(thrown)
                .filter(ResolveEndpointFailedException.class::isInstance)
                .map(cause -> UNKNOWN_OPTION.matcher(String.valueOf(cause.getMessage())))
                .filter(Matcher::find)
                .map(found -> "the endpoint has no option %s; correct its URI, with RAW() around references"
                        .formatted(found.group(1)))
                .findFirst();
    }

    private static Optional<String> wrongValue(Throwable thrown) {
        return Causes.chain(thrown)
                .filter(PropertyBindingException.class::isInstance)
                .map(cause -> "the endpoint's option %s does not take its value: %s"
                        .formatted(((PropertyBindingException) cause).getPropertyName(), innermost(cause)))
                .findFirst();
    }

    private static String innermost(Throwable thrown) {
        return Causes.chain(thrown)
                .filter(SinkCauses::saysWhatHappened)
                .reduce((outer, inner) -> inner)
                .map(SinkCauses::oneLine)
                .orElseGet(() -> oneLine(thrown));
    }

    private static boolean saysWhatHappened(Throwable cause) {
        return cause.getMessage() != null && !cause.getMessage().isBlank();
    }

    private static String oneLine(Throwable cause) {
        String message = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        String words = words(cause, message);
        return words.lines()
                .findFirst()
                .orElse("")
                .replaceAll("\\p{Cntrl}", "?")
                .strip();
    }

    private static String words(Throwable cause, String message) {
        if (cause instanceof AccessDeniedException denied) {
            return "no permission to write " + denied.getFile();
        }
        if (cause instanceof FileSystemException failed) {
            // Of a copy, what it was to become; where it came from is none of the operator's business.
            String file = failed.getOtherFile() == null ? failed.getFile() : failed.getOtherFile();
            return "cannot write " + file + (failed.getReason() == null ? "" : ": " + failed.getReason());
        }
        if (message.startsWith("URLDecoder:")) {
            // The rest of it quotes a piece of what may be a secret.
            return "the URI of the endpoint holds characters that mean something there; put RAW() around references";
        }
        return cause instanceof GenericFileOperationFailedException
                ? message.replace("File already exist: ", "there is already a file ")
                        .replaceAll("\\. Cannot write.*", "")
                : message;
    }
}
