package com.giosg.chatreports.format.view;

import com.giosg.chatreports.config.Language;
import com.giosg.chatreports.config.Phrase;
import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateModelException;
import java.util.List;

/**
 * What templates say, in the language of the report: {@code say("attached", files)}.
 *
 * @param language the report's
 */
public record Say(Language language) implements TemplateMethodModelEx {

    @Override
    @SuppressWarnings("rawtypes") // The interface is older than type parameters.
    public Object exec(List arguments) throws TemplateModelException {
        if (arguments.isEmpty()) {
            throw new TemplateModelException("say() needs the id of a phrase");
        }
        try {
            Phrase phrase = Phrase.of(arguments.get(0).toString());
            return language.text(phrase, arguments.subList(1, arguments.size()).toArray());
        } catch (IllegalArgumentException e) {
            throw new TemplateModelException(e.getMessage(), e);
        }
    }
}
