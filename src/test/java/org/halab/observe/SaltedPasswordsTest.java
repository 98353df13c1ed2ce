package org.halab.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SaltedPasswordsTest {
  @BeforeAll
  static void remember() {
    SaltedPasswords.remember();
  }

  /** The published vectors for PBKDF2 with HMAC-SHA-256 have these. */
  @Test
  void saltsAsThePlatformDoes() throws Exception {
    assertThat(HexFormat.of().formatHex(salted("password", "salt", 4096).getEncoded()))
        .isEqualTo("c5e478d59288c841aa530db6845c4c8d962893a001ce4e11a4963873aa98134a");
  }

  @Test
  void sameLoginIsSaltedOnce() throws Exception {
    assertThat(salted("postgres", "one", 4096)).isSameAs(salted("postgres", "one", 4096));
  }

  @Test
  void anotherPasswordSaltOrCountOfRoundsIsAnotherKey() throws Exception {
    byte[] key = salted("postgres", "one", 4096).getEncoded();

    assertThat(salted("postgre5", "one", 4096).getEncoded()).isNotEqualTo(key);
    assertThat(salted("postgres", "two", 4096).getEncoded()).isNotEqualTo(key);
    assertThat(salted("postgres", "one", 4097).getEncoded()).isNotEqualTo(key);
  }

  private static SecretKey salted(String password, String salt, int rounds)
      throws GeneralSecurityException {
    return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
        .generateSecret(
            new PBEKeySpec(
                password.toCharArray(), salt.getBytes(StandardCharsets.UTF_8), rounds, 256));
  }
}
