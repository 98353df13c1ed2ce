package org.halab.stack;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parts of an {@code nginx.conf} that decide when the entrypoint switches.
 *
 * @see <a href="https://nginx.org/en/docs/stream/ngx_stream_js_module.html">nginx, js_periodic</a>
 */
public final class NginxConfig implements CheckSettings {
  private static final Pattern INTERVAL = Pattern.compile("js_periodic\\s+[^;]*interval=(\\d+m?s)");
  private static final Pattern TIMEOUT = Pattern.compile("js_fetch_timeout\\s+(\\d+m?s)");

  private final String text;

  public NginxConfig(String text) {
    this.text = text;
  }

  @Override
  public Duration checkInterval() {
    return length(INTERVAL);
  }

  @Override
  public Duration checkTimeout() {
    return length(TIMEOUT);
  }

  @Override
  public int rise() {
    return 1;
  }

  @Override
  public int fall() {
    return 1;
  }

  private Duration length(Pattern setting) {
    Matcher matcher = setting.matcher(text);
    if (!matcher.find()) {
      throw new IllegalArgumentException("nginx.conf has no " + setting.pattern());
    }
    return HaproxyConfig.duration(matcher.group(1));
  }
}
