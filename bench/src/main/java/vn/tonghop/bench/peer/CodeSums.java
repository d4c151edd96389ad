package vn.tonghop.bench.peer;

import java.util.ArrayList;
import java.util.List;
import vn.tonghop.domain.standing.Measures;
import vn.tonghop.domain.table.CodeMeasures;

/** Sums by a code of a small catalogue, sorted by it; codes without a task are left out. */
record CodeSums(List<CodeMeasures> sums) {

  static final CodeSums NONE = new CodeSums(List.of());

  CodeSums {
    sums = List.copyOf(sums);
  }

  CodeSums plus(String code, Measures more) {
    List<CodeMeasures> all = new ArrayList<>(sums);
    int place = 0;
    while (place < all.size() && all.get(place).code().compareTo(code) < 0) {
      place++;
    }
    if (place == all.size() || !all.get(place).code().equals(code)) {
      all.add(place, new CodeMeasures(code, more));
      return new CodeSums(all);
    }
    Measures sum = all.get(place).measures().plus(more);
    if (sum.assigned() == 0) {
      all.remove(place);
    } else {
      all.set(place, new CodeMeasures(code, sum));
    }
    return new CodeSums(all);
  }
}
