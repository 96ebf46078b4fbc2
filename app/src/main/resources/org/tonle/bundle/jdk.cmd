@echo off
rem Finds a JDK 25 or newer; sets JDK, or says why not and gives 3. Both launchers call this file.
set "JDK="
if not defined TONLE_JAVA_HOME goto search
rem A path may have been set with its quotes.
set "ASKED=%TONLE_JAVA_HOME:"=%"
call :try "%ASKED%"
if defined JDK exit /b 0
echo TONLE_JAVA_HOME names "%ASKED%", which is not a JDK 25 or newer. 1>&2
exit /b 3

:search
if defined JAVA_HOME call :try "%JAVA_HOME:"=%"
for /f "delims=" %%j in ('where java 2^>nul') do call :try "%%~dpj.."
for %%v in (Java "Eclipse Adoptium" Microsoft Zulu "Amazon Corretto" BellSoft OpenJDK) do (
  for /d %%j in ("%ProgramFiles%\%%~v\*") do call :try "%%~j"
)
for /d %%j in ("%USERPROFILE%\.jdks\*" "%USERPROFILE%\.sdkman\candidates\java\*" "%USERPROFILE%\scoop\apps\*jdk*") do call :try "%%~j"
if defined JDK exit /b 0
echo Tonle needs a JDK 25 or newer and found none; install one, or set TONLE_JAVA_HOME to its folder. 1>&2
exit /b 3

rem A JDK says its version in its file "release".
:try
if defined JDK exit /b 0
if not exist "%~1\bin\javac.exe" exit /b 0
if not exist "%~1\release" exit /b 0
set "VERSION=0"
for /f "tokens=2 delims==. " %%n in ('findstr /b "JAVA_VERSION=" "%~1\release"') do set "VERSION=%%~n"
set "VERSION=%VERSION:"=%"
if %VERSION% GEQ 25 set "JDK=%~1"
exit /b 0
