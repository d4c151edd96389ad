package vn.tonghop.standalone.security;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import vn.tonghop.console.access.Account;
import vn.tonghop.console.access.AccountFile;

/** The file of the page's accounts: changed by one at a time, whole or not at all. */
public final class AccountsOnDisk {

  private AccountsOnDisk() {}

  /** The accounts by name; none where there is no file. */
  public static SortedMap<String, Account> read(Path file) throws IOException {
    return Files.exists(file) ? AccountFile.read(file) : new TreeMap<>();
  }

  /** Reads, changes and writes; waits for whoever else is at it. What throws changes nothing. */
  public static synchronized void change(Path file, Consumer<SortedMap<String, Account>> change)
      throws IOException {
    Path target = file.toAbsolutePath();
    Path folder = target.getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    Path beside = target.resolveSibling(target.getFileName() + ".lock");
    try (FileChannel channel =
        FileChannel.open(beside, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      // Until the channel is closed.
      channel.lock();
      SortedMap<String, Account> accounts = read(target);
      change.accept(accounts);
      OwnerOnly.write(target, AccountFile.text(accounts.values()));
    }
  }
}
