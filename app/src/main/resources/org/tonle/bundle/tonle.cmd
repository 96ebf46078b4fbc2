@echo off
rem Starts Tonle from the folder of a bundle, with the Java that lies in it or, in a bundle without one,
rem with a JDK of this machine.
rem Exit codes: 0 done, 1 problems in the study, 2 wrong usage, 3 our fault or a missing tool.
setlocal EnableExtensions DisableDelayedExpansion
set "HOME_DIR=%~dp0"
set "JDK=%HOME_DIR%runtime"
if exist "%JDK%\bin\java.exe" goto run
call "%HOME_DIR%lib\jdk.cmd"
if errorlevel 1 exit /b 3

:run
set "START="
if exist "%HOME_DIR%lib\tonle.aot" set "START=-XX:AOTCache="%HOME_DIR%lib\tonle.aot" -Xlog:aot=off -Xlog:cds=off"
for %%c in (bench levers) do if /i "%~1"=="%%c" set "START=@"%HOME_DIR%lib\vector.args""
"%JDK%\bin\java" %START% -XX:+UseParallelGC -XX:-UsePerfData --enable-native-access=ALL-UNNAMED -Djava.awt.headless=true -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 -Dtonle.terminal=false -jar "%HOME_DIR%lib\tonle.jar" %*
exit /b %ERRORLEVEL%
