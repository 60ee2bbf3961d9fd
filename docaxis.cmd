@echo off
rem Runs docaxis from a release archive on Windows. UNTRIED: nobody has run it yet; drill and bench want Linux.
rem Needs Java 17 or newer, in JAVA_HOME or on the PATH. DOCAXIS_JAVA_OPTS is given to the JVM.
setlocal
set "home=%~dp0"
set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java"
set "jar="
for %%f in ("%home%app\docaxis-simulator-*.jar") do set "jar=%%f"
if not defined jar (
  echo docaxis: there is no program in '%home%app'; this works in an unpacked release archive only >&2
  exit /b 4
)
"%java%" -version >nul 2>&1
if errorlevel 1 (
  echo docaxis: '%java%' does not start; want Java 17 or newer, on the PATH or in JAVA_HOME >&2
  exit /b 4
)
set "load="
if "%~1"=="load" if not defined DOCAXIS_JAVA_OPTS set load="@%home%load.options"
"%java%" "@%home%jvm.options" %load% "-Ddocaxis.terminal=false" %DOCAXIS_JAVA_OPTS% -jar "%jar%" %*
exit /b %errorlevel%
