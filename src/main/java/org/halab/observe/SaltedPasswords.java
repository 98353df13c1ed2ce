package org.halab.observe;

import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.Security;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.KeySpec;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.SecretKeyFactorySpi;
import javax.crypto.spec.PBEKeySpec;

/**
 * Remembers salted passwords, as a client of SCRAM may: a server gives one role the same salt each
 * time, and the 4,096 rounds of a login's salting were nearly half of what this program computed.
 * What is proven to the server stays the same. The driver has no place for that, but it asks the
 * Java platform to salt. A platform that takes signed providers only goes on with its own, and
 * logins cost what they did.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5802#section-5.1">RFC 5802, attribute i: "a
 *     client implementation MAY cache" what is derived from the password</a>
 */
final class SaltedPasswords extends Provider {
  private static final String ALGORITHM = "PBKDF2WithHmacSHA256";
  private static final String TYPE = "SecretKeyFactory";

  private static boolean remembered;

  private final transient SecretKeyFactory platform;
  private final transient Map<Login, SecretKey> known = new ConcurrentHashMap<>();

  private record Login(String password, String salt, int rounds, int bits) {}

  private SaltedPasswords() throws NoSuchAlgorithmException {
    super("HaLabSaltedPasswords", "1", "Remembers salted passwords");
    platform = SecretKeyFactory.getInstance(ALGORITHM);
    putService(
        new Service(this, TYPE, ALGORITHM, Factory.class.getName(), null, null) {
          @Override
          public Object newInstance(Object parameter) {
            return new Factory();
          }
        });
  }

  /** From now on, in this process. */
  static synchronized void remember() {
    if (!remembered) {
      try {
        Security.insertProviderAt(new SaltedPasswords(), 1);
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("This Java knows no " + ALGORITHM, e);
      }
      remembered = true;
    }
  }

  private SecretKey salted(PBEKeySpec spec) throws InvalidKeySpecException {
    Login login =
        new Login(
            String.valueOf(spec.getPassword()),
            Base64.getEncoder().encodeToString(spec.getSalt()),
            spec.getIterationCount(),
            spec.getKeyLength());
    SecretKey key = known.get(login);
    if (key == null) {
      key = platform.generateSecret(spec);
      known.put(login, key);
    }
    return key;
  }

  private final class Factory extends SecretKeyFactorySpi {
    @Override
    protected SecretKey engineGenerateSecret(KeySpec spec) throws InvalidKeySpecException {
      return spec instanceof PBEKeySpec password && password.getSalt() != null
          ? salted(password)
          : platform.generateSecret(spec);
    }

    @Override
    protected KeySpec engineGetKeySpec(SecretKey key, Class<?> spec)
        throws InvalidKeySpecException {
      return platform.getKeySpec(key, spec);
    }

    @Override
    protected SecretKey engineTranslateKey(SecretKey key) throws InvalidKeyException {
      return platform.translateKey(key);
    }
  }
}
