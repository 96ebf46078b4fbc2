@echo off
rem Starts Tonle from the folder of a bundle, with the Java that lies in it or, in a bundle without one,
rem with a JDK of this machine.
rem Exit codes: 0 done, 1 problems in the study, 2 wrong usage, 3 our fault or a missing tool.
setlocal EnableExtensions DisableDelayedExpansion
rem Only within a subroutine does %~dp0 name this file's folder when the command was quoted and found on the PATH.
call :here
rem Short names have no letters outside the code page, by which Java reads its own command line.
for %%d in ("%HOME_DIR%.") do if not "%%~sd"=="" set "HOME_DIR=%%~fsd\"
set "JDK=%HOME_DIR%runtime"
if exist "%JDK%\bin\java.exe" goto run
call "%HOME_DIR%lib\jdk.cmd"
if errorlevel 1 exit /b 3

:run
rem Java writes UTF-8: the console reads it as such while it runs.
set "PAGE="
for /f "tokens=2 delims=:" %%p in ('chcp 2^>nul') do set "PAGE=%%p"
if defined PAGE set "PAGE=%PAGE:.=%"
if defined PAGE chcp 65001 >nul 2>nul
rem Paths stand in quotes at their use: a folder's name may have blanks, brackets or ampersands.
set "CACHE=auto"
if exist "%HOME_DIR%lib\tonle.aot" set "CACHE=%HOME_DIR%lib\tonle.aot"
rem The demo runs too short for the second compiler: it would take a third of the processor's time.
set "QUICK="
if /i "%~1"=="demo" set "QUICK=-XX:TieredStopAtLevel=1"
set "LARGE="
for %%c in (bench levers serve) do if /i "%~1"=="%%c" set "LARGE=yes"
if defined LARGE goto large
if "%CACHE%"=="auto" goto plain
"%JDK%\bin\java" "-XX:AOTCache=%CACHE%" -Xlog:aot=off -Xlog:cds=off %QUICK% -XX:+UseParallelGC -XX:-UsePerfData --enable-native-access=ALL-UNNAMED -Djava.awt.headless=true -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 -Dtonle.terminal=false -jar "%HOME_DIR%lib\tonle.jar" %*
goto done

:plain
"%JDK%\bin\java" %QUICK% -XX:+UseParallelGC -XX:-UsePerfData --enable-native-access=ALL-UNNAMED -Djava.awt.headless=true -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 -Dtonle.terminal=false -jar "%HOME_DIR%lib\tonle.jar" %*
goto done

:large
"%JDK%\bin\java" "@%HOME_DIR%lib\vector.args" -XX:+UseParallelGC -XX:-UsePerfData --enable-native-access=ALL-UNNAMED -Djava.awt.headless=true -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 -Dtonle.terminal=false -jar "%HOME_DIR%lib\tonle.jar" %*

:done
set "CODE=%ERRORLEVEL%"
if defined PAGE chcp %PAGE% >nul 2>nul
exit /b %CODE%

:here
set "HOME_DIR=%~dp0"
exit /b 0
