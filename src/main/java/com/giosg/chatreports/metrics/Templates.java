package com.giosg.chatreports.metrics;

import freemarker.cache.FileTemplateLoader;
import freemarker.cache.StrongCacheStorage;
import freemarker.cache.TemplateNameFormat;
import freemarker.core.CFormat;
import freemarker.core.JSONCFormat;
import freemarker.core.TemplateClassResolver;
import freemarker.ext.beans.ZeroArgumentNonVoidMethodPolicy;
import freemarker.template.Configuration;
import freemarker.template.DefaultObjectWrapper;
import freemarker.template.DefaultObjectWrapperBuilder;
import freemarker.template.TemplateExceptionHandler;
import freemarker.template.Version;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How templates are found and what they may do: FreeMarker's own defaults let a template run any program. */
public final class Templates {

    /** Behaviour of this FreeMarker version, whichever is on the class path; records are readable from 2.3.33 on. */
    private static final Version BEHAVIOUR = Configuration.VERSION_2_3_34;

    /** JSON spelling of strings, numbers and booleans, whatever the machine's language. */
    private static final CFormat JSON = JSONCFormat.INSTANCE;

    /** Editors keep hidden files beside those that they edit. */
    private static final Pattern NAME = Pattern.compile("([^./][^/]*/)*[^./][^/]*\\.ftlh?");

    private Templates() {}

    /**
     * The one configuration for all templates, safe for concurrent use.
     *
     * <p>Templates are parsed once and kept: whoever changes one needs a new configuration.
     *
     * @param folder holds {@code metrics/} and {@code api/}; nothing outside is ever read
     * @throws UncheckedIOException if there is no such folder
     */
    public static Configuration configuration(Path folder) {
        Configuration configuration = new Configuration(BEHAVIOUR);
        readOnlyFrom(folder, configuration);
        openNothingElse(configuration);
        writeTheSameEverywhere(configuration);
        return configuration;
    }

    /**
     * Reads all of them now: what changes in the folder from here on has no effect.
     *
     * @param templates the configuration of the same folder
     * @return what is wrong with those that cannot be read
     * @throws UncheckedIOException if the folder cannot be listed
     */
    public static List<TemplateProblem> readAll(Path folder, Configuration templates) {
        List<TemplateProblem> problems = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            files.map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .filter(NAME.asMatchPredicate())
                    .sorted()
                    .forEach(name -> read(name, templates, problems));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list the templates in " + folder, e);
        }
        return problems;
    }

    private static void read(String name, Configuration templates, List<TemplateProblem> problems) {
        try {
            templates.getTemplate(name);
        } catch (IOException e) {
            problems.add(BadTemplate.unreadable(name, e).problem());
        }
    }

    private static void readOnlyFrom(Path folder, Configuration configuration) {
        try {
            configuration.setTemplateLoader(new FolderLoader(folder));
        } catch (IOException e) {
            throw new UncheckedIOException("there is no folder of templates at " + folder, e);
        }
        configuration.setTemplateNameFormat(TemplateNameFormat.DEFAULT_2_4_0);
        configuration.setDefaultEncoding(StandardCharsets.UTF_8.name());
        configuration.setLocalizedLookup(false);
        configuration.setCacheStorage(new StrongCacheStorage());
        configuration.setTemplateUpdateDelayMilliseconds(Long.MAX_VALUE);
    }

    private static void openNothingElse(Configuration configuration) {
        DefaultObjectWrapperBuilder wrapper = new DefaultObjectWrapperBuilder(BEHAVIOUR);
        wrapper.setMemberAccessPolicy(new ReadableMembers());
        ZeroArgumentNonVoidMethodPolicy withoutBrackets =
                ZeroArgumentNonVoidMethodPolicy.BOTH_METHOD_AND_PROPERTY_UNLESS_BEAN_PROPERTY_READ_METHOD;
        wrapper.setRecordZeroArgumentNonVoidMethodPolicy(withoutBrackets);
        wrapper.setDefaultZeroArgumentNonVoidMethodPolicy(withoutBrackets);
        DefaultObjectWrapper built = wrapper.build();
        configuration.setObjectWrapper(built);
        configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
        configuration.setAPIBuiltinEnabled(false);
        configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        configuration.setLogTemplateExceptions(false);
        configuration.setWrapUncheckedExceptions(true);
    }

    private static void writeTheSameEverywhere(Configuration configuration) {
        configuration.setLocale(Locale.ROOT);
        configuration.setTimeZone(TimeZone.getTimeZone(ZoneOffset.UTC));
        configuration.setOutputEncoding(StandardCharsets.UTF_8.name());
        configuration.setCFormat(JSON);
        configuration.setNumberFormat("c");
        configuration.setBooleanFormat("c");
    }

    private static final class FolderLoader extends FileTemplateLoader {

        FolderLoader(Path folder) throws IOException {
            super(folder.toFile());
        }

        /** A link that leads out of the folder is a mistake in a template like any other, and no crash. */
        @Override
        public Object findTemplateSource(String name) throws IOException {
            try {
                return super.findTemplateSource(name);
            } catch (SecurityException e) {
                throw new IOException(name + " leads out of the folder of the templates", e);
            }
        }
    }
}
