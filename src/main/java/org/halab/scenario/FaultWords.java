package org.halab.scenario;

import io.cucumber.core.backend.Backend;
import io.cucumber.core.backend.BackendProviderService;
import io.cucumber.core.backend.Container;
import io.cucumber.core.backend.Glue;
import io.cucumber.core.backend.Lookup;
import io.cucumber.core.backend.ParameterTypeDefinition;
import io.cucumber.core.backend.Snippet;
import io.cucumber.cucumberexpressions.ParameterType;
import io.cucumber.cucumberexpressions.Transformer;
import java.net.URI;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.halab.fault.Faults;
import org.halab.fault.NamedFault;
import org.halab.message.Language;
import org.halab.message.Terms;

/**
 * {@code {fault}} in a step: the words of every fault of the catalogue, in English and as Russian
 * features say them. An annotation could hold only a list of its own, to be kept beside the
 * catalogue; Cucumber finds this by its service file.
 */
public final class FaultWords implements BackendProviderService {
  @Override
  public Backend create(Lookup lookup, Container container, Supplier<ClassLoader> classLoader) {
    return new CatalogueBackend();
  }

  static ParameterType<NamedFault> parameterType() {
    Transformer<NamedFault> named = FaultWords::named;
    return new ParameterType<>("fault", patterns(), NamedFault.class, named, false, false, false);
  }

  static NamedFault named(String words) {
    return Faults.named(Terms.english(words, Language.RUSSIAN));
  }

  private static List<String> patterns() {
    return Faults.all().stream()
        .map(NamedFault::words)
        .flatMap(words -> Stream.of(words, Terms.of(words).in(Language.RUSSIAN)))
        .distinct()
        .map(Pattern::quote)
        .toList();
  }

  private static final class CatalogueBackend implements Backend {
    @Override
    public void loadGlue(Glue glue, List<URI> gluePaths) {
      glue.addParameterType(new Definition());
    }

    @Override
    public void buildWorld() {
      // the catalogue is the same for all scenarios
    }

    @Override
    public void disposeWorld() {
      // as above
    }

    @Override
    public Snippet getSnippet() {
      return null; // the Java backend's are enough
    }
  }

  private static final class Definition implements ParameterTypeDefinition {
    @Override
    public ParameterType<?> parameterType() {
      return FaultWords.parameterType();
    }

    @Override
    public boolean isDefinedAt(StackTraceElement element) {
      return false;
    }

    @Override
    public String getLocation() {
      return Faults.class.getName();
    }
  }
}
