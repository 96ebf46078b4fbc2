# Finds a JDK 25 or newer; sets jdk, or ends by fail. Both launchers read this file; it uses only what
# the shell has built in.

# A JDK says its version in its file "release"; where that is missing, ask it.
is_jdk_25() {
  [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] || return 1
  version=
  if [ -r "$1/release" ]; then
    while IFS='=' read -r key value; do
      case $key in JAVA_VERSION) version=${value#\"} ;; esac
    done <"$1/release"
  fi
  if [ -z "$version" ]; then
    version=$("$1/bin/java" -version 2>&1)
    version=${version#*version \"}
  fi
  version=${version%%[!0-9]*}
  [ -n "$version" ] && [ "$version" -ge 25 ]
}

jdk_on_path() {
  found=$(command -v java) || return 0
  while [ -L "$found" ]; do
    link=$(readlink "$found" 2>/dev/null) || return 0
    case $link in
      /*) found=$link ;;
      *) found=${found%/*}/$link ;;
    esac
  done
  found=${found%/*}
  printf '%s\n' "${found%/*}"
}

find_jdk() {
  if [ -n "${TONLE_JAVA_HOME:-}" ]; then
    is_jdk_25 "$TONLE_JAVA_HOME" ||
      fail "TONLE_JAVA_HOME names $TONLE_JAVA_HOME, which is not a JDK 25 or newer."
    jdk=$TONLE_JAVA_HOME
    return
  fi
  for jdk in "${JAVA_HOME:-}" "$(jdk_on_path)" \
    /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* /opt/*jdk* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home \
    "${HOME:-}"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    "${SDKMAN_DIR:-${HOME:-}/.sdkman}"/candidates/java/* "${HOME:-}"/.jdks/*; do
    if [ -n "$jdk" ] && is_jdk_25 "$jdk"; then
      return
    fi
  done
  fail "Tonle needs a JDK 25 or newer and found none; install one, or set TONLE_JAVA_HOME to its folder."
}
