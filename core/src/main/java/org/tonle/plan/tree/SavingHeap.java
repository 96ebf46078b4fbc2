package org.tonle.plan.tree;

import java.util.Arrays;

/// Saving heaps: pieces of load, each with what it saves to let it pass, as leftist heaps with the
/// piece that saves least per load on top.
///
/// Two heaps meet in logarithmic time, and the load of a whole heap shrinks at once on its way
/// downstream: a factor is kept at its top and handed down when the top is looked at.
final class SavingHeap {
  static final int EMPTY = -1;

  private double[] width = new double[1024];
  private double[] saving = new double[1024];
  private double[] factor = new double[1024];
  private int[] left = new int[1024];
  private int[] right = new int[1024];
  private int[] rank = new int[1024];
  private int count;

  /// The heap of one new piece, which is its number too.
  int add(double pieceWidth, double pieceSaving) {
    if (count == width.length) {
      int more = 2 * count;
      width = Arrays.copyOf(width, more);
      saving = Arrays.copyOf(saving, more);
      factor = Arrays.copyOf(factor, more);
      left = Arrays.copyOf(left, more);
      right = Arrays.copyOf(right, more);
      rank = Arrays.copyOf(rank, more);
    }
    width[count] = pieceWidth;
    saving[count] = pieceSaving;
    factor[count] = 1;
    left[count] = EMPTY;
    right[count] = EMPTY;
    rank[count] = 1;
    return count++;
  }

  double width(int piece) {
    return width[piece];
  }

  double saving(int piece) {
    return saving[piece];
  }

  /// A heap of a piece that was taken off, with a share of its load at the same saving per load.
  int again(int piece, double share) {
    width[piece] *= share;
    saving[piece] *= share;
    left[piece] = EMPTY;
    right[piece] = EMPTY;
    rank[piece] = 1;
    return piece;
  }

  /// Lets the load of a heap shrink.
  void scale(int heap, double by) {
    if (heap != EMPTY) {
      width[heap] *= by;
      factor[heap] *= by;
    }
  }

  /// The heap of all pieces of two.
  int merge(int a, int b) {
    if (a == EMPTY || b == EMPTY) {
      return a == EMPTY ? b : a;
    }
    boolean aFirst = saving[a] * width[b] < saving[b] * width[a] || (isTie(a, b) && a < b);
    int top = aFirst ? a : b;
    int other = aFirst ? b : a;
    handDown(top);
    right[top] = merge(right[top], other);
    if (left[top] == EMPTY || rank[left[top]] < rank[right[top]]) {
      int swapped = left[top];
      left[top] = right[top];
      right[top] = swapped;
    }
    rank[top] = right[top] == EMPTY ? 1 : 1 + rank[right[top]];
    return top;
  }

  private boolean isTie(int a, int b) {
    return saving[a] * width[b] == saving[b] * width[a];
  }

  private void handDown(int top) {
    if (factor[top] != 1) {
      scale(left[top], factor[top]);
      scale(right[top], factor[top]);
      factor[top] = 1;
    }
  }

  /// What is left of a heap without its top.
  int pop(int heap) {
    handDown(heap);
    return merge(left[heap], right[heap]);
  }
}
