package org.halab.stack;

/** What stands at the entrypoint of a stack. */
public enum Proxy {
  HAPROXY("HAProxy", "haproxy", "haproxy.cfg", "/usr/local/etc/haproxy/haproxy.cfg"),
  NGINX("nginx", "nginx", "etcd/nginx/nginx.conf", "/etc/nginx/nginx.conf");

  private final String title;
  private final String service;
  private final String file;
  private final String fileInContainer;

  Proxy(String title, String service, String file, String fileInContainer) {
    this.title = title;
    this.service = service;
    this.file = file;
    this.fileInContainer = fileInContainer;
  }

  public String service() {
    return service;
  }

  /** Its configuration, below the project's directory. */
  public String file() {
    return file;
  }

  /** The same in the container. */
  public String fileInContainer() {
    return fileInContainer;
  }

  @Override
  public String toString() {
    return title;
  }
}
