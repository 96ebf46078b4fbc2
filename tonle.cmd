@echo off
rem Starts Tonle: finds a JDK 25 or newer, builds on first use, runs the jar.
rem Exit codes: 0 done, 1 problems in the study, 2 wrong usage, 3 our fault or a missing tool.
setlocal EnableExtensions DisableDelayedExpansion
rem Only within a subroutine does %~dp0 name this file's folder when the command was quoted and found on the PATH.
call :here
rem Short names have no letters outside the code page, by which Java reads its own command line.
for %%d in ("%HOME_DIR%.") do if not "%%~sd"=="" set "HOME_DIR=%%~fsd\"
set "JAR=%HOME_DIR%app\target\tonle.jar"
call "%HOME_DIR%app\src\main\resources\org\tonle\bundle\jdk.cmd"
if errorlevel 1 exit /b 3
set "JAVA_HOME=%JDK%"
if /i "%~1"=="test" goto test
call :stale %1
if errorlevel 1 goto build
goto run

:test
call :maven verify %2 %3 %4 %5 %6 %7 %8 %9
exit /b %ERRORLEVEL%

:build
if exist "%JAR%" (echo Building Tonle ^(its sources have changed^)... 1>&2) else (echo Building Tonle ^(first use^)... 1>&2)
call :maven -q -Dmaven.test.skip=true -Dspotless.check.skip=true package 1>&2
if not errorlevel 1 goto run
echo Tonle could not be built; the lines above say why. The first build loads libraries and needs a network. 1>&2
exit /b 3

:run
rem Java writes UTF-8: the console reads it as such while it runs.
set "PAGE="
for /f "tokens=2 delims=:" %%p in ('chcp 2^>nul') do set "PAGE=%%p"
if defined PAGE set "PAGE=%PAGE:.=%"
if defined PAGE chcp 65001 >nul 2>nul
rem The demo runs too short for the second compiler: it would take a third of the processor's time.
set "QUICK="
if /i "%~1"=="demo" set "QUICK=-XX:TieredStopAtLevel=1"
set "LARGE="
for %%c in (bench levers) do if /i "%~1"=="%%c" set "LARGE=yes"
if defined LARGE goto large
"%JDK%\bin\java" %QUICK% -XX:+UseParallelGC --enable-native-access=ALL-UNNAMED -Djava.awt.headless=true -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 -Dtonle.terminal=false -jar "%JAR%" %*
goto done

:large
"%JDK%\bin\java" "@%HOME_DIR%vector.args" -XX:+UseParallelGC --enable-native-access=ALL-UNNAMED -Djava.awt.headless=true -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 -Dtonle.terminal=false -jar "%JAR%" %*

:done
set "CODE=%ERRORLEVEL%"
if defined PAGE chcp %PAGE% >nul 2>nul
exit /b %CODE%

:here
set "HOME_DIR=%~dp0"
exit /b 0

rem Level 1 when the jar is missing or older than its sources.
:stale
if not exist "%JAR%" exit /b 1
set "SOURCES='pom.xml','core\pom.xml','core\src\main','app\pom.xml','app\src\main'"
if /i "%~1"=="demo" set "SOURCES=%SOURCES%,'studies'"
if /i "%~1"=="new" set "SOURCES=%SOURCES%,'studies'"
powershell -NoProfile -Command "Set-Location -LiteralPath $env:HOME_DIR; $built = (Get-Item -LiteralPath $env:JAR).LastWriteTime; if (Get-ChildItem -Recurse -File %SOURCES% | Where-Object LastWriteTime -gt $built | Select-Object -First 1) { exit 1 }"
exit /b %ERRORLEVEL%

:maven
where mvn >nul 2>nul
if errorlevel 1 (
  echo Tonle needs Maven 3.8 or newer ^(mvn^) on the PATH to build itself. 1>&2
  exit /b 3
)
set "MAVEN_OPTS=%MAVEN_OPTS% --sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED"
pushd "%HOME_DIR%"
call mvn -B %*
set "CODE=%ERRORLEVEL%"
popd
exit /b %CODE%
