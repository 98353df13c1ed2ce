package org.halab.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.halab.domain.LabException;
import org.junit.jupiter.api.Test;

class StackTest {
  private final Stack guide = Stack.guide(Path.of("docker"));

  @Test
  void theGuidesStackIsItsFileAlone() {
    assertThat(guide.services()).containsExactly("pg-master", "pg-slave", "zoo", "haproxy");
    assertThat(guide.files()).hasSize(1);
    assertThat(guide.named("guide")).isSameAs(guide);
  }

  @Test
  void theEtcdStackHasOtherPartsAndTheSameNodes() {
    Stack etcd = guide.named("etcd");

    assertThat(etcd.services())
        .containsExactly("pg-master", "pg-slave", "etcd1", "etcd2", "etcd3", "nginx");
    assertThat(etcd.files()).hasSize(2).startsWith(guide.files().get(0));
    assertThat(etcd.described()).isEqualTo("etcd (Patroni with etcd, behind nginx)");
  }

  @Test
  void aVariantIsLaidOnOnce() {
    Stack etcd = guide.variant("etcd");

    assertThat(etcd.variant("etcd")).isSameAs(etcd);
  }

  @Test
  void anUnknownStackIsNamed() {
    assertThatThrownBy(() -> guide.named("consul"))
        .isInstanceOf(LabException.class)
        .hasMessageContaining("consul");
  }
}
