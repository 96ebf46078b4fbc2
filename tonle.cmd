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
for %%c in (serve bundle test) do if /i "%~1"=="%%c" call :page
if /i "%~1"=="test" goto test
call :stale %1
if errorlevel 1 goto build
goto run

:test
call :maven verify %2 %3 %4 %5 %6 %7 %8 %9
if errorlevel 1 exit /b %ERRORLEVEL%
if not exist "%HOME_DIR%page\dist\index.html" exit /b 0
pushd "%HOME_DIR%page"
call npm test
set "CODE=%ERRORLEVEL%"
popd
exit /b %CODE%

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
set "FLAGS="
if /i "%~1"=="demo" set "FLAGS=-XX:TieredStopAtLevel=1"
if exist "%HOME_DIR%page\dist\index.html" set "FLAGS=%FLAGS% "-Dtonle.page=%HOME_DIR%page\dist""
set "LARGE="
for %%c in (bench levers serve) do if /i "%~1"=="%%c" set "LARGE=yes"
if defined LARGE goto large
"%JDK%\bin\java" %FLAGS% -XX:+UseParallelGC --enable-native-access=ALL-UNNAMED -Djava.awt.headless=true -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 -Dtonle.terminal=false -jar "%JAR%" %*
goto done

:large
"%JDK%\bin\java" "@%HOME_DIR%vector.args" %FLAGS% -XX:+UseParallelGC --enable-native-access=ALL-UNNAMED -Djava.awt.headless=true -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 -Dtonle.terminal=false -jar "%JAR%" %*

:done
set "CODE=%ERRORLEVEL%"
if defined PAGE chcp %PAGE% >nul 2>nul
exit /b %CODE%

:here
set "HOME_DIR=%~dp0"
exit /b 0

rem The page is built by Node where it is missing. Everything else works without it.
:page
if exist "%HOME_DIR%page\dist\index.html" exit /b 0
where npm >nul 2>nul
if errorlevel 1 (
  echo The page is not built: that needs Node 20 or newer ^(node and npm on the PATH^). All else works. 1>&2
  exit /b 0
)
echo Building the page... 1>&2
pushd "%HOME_DIR%page"
call npm ci --no-audit --no-fund 1>&2 && call npm run build 1>&2
if errorlevel 1 echo The page could not be built; the lines above say why. All else works. 1>&2
popd
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
