@echo off
rem Runs Tong Hop on Windows, beside tonghop.jar. Needs Java 17 or newer (JAVA_HOME or PATH).
rem NOT TESTED: no Windows was at hand when this was written. The options are those of the
rem script tonghop, which is tested; a test holds the two lists together.
setlocal
chcp 65001 >nul
if defined JAVA_HOME set "PATH=%JAVA_HOME%\bin;%PATH%"

where java >nul 2>nul
if errorlevel 1 (
  echo tonghop: no Java found; Java 17 or newer is needed ^(set JAVA_HOME or PATH^). 1>&2
  exit /b 1
)
set "RELEASE=0"
for /f "tokens=3" %%v in ('java -version 2^>^&1 ^| findstr /i /c:" version "') do (
  for /f "delims=.-+ tokens=1" %%m in ("%%~v") do set "RELEASE=%%m"
)
if %RELEASE% LSS 17 (
  echo tonghop: this is Java %RELEASE%; Java 17 or newer is needed ^(set JAVA_HOME or PATH^). 1>&2
  exit /b 1
)

set "LOG=-Dorg.slf4j.simpleLogger"
set "OPTIONS=-Xmx1g"
set "OPTIONS=%OPTIONS% -XX:MaxDirectMemorySize=128m"
set "OPTIONS=%OPTIONS% -XX:+UseSerialGC"
set "OPTIONS=%OPTIONS% -Dfile.encoding=UTF-8"
set "OPTIONS=%OPTIONS% -Dstdout.encoding=UTF-8"
set "OPTIONS=%OPTIONS% -Dstderr.encoding=UTF-8"
set "OPTIONS=%OPTIONS% -Dsun.stdout.encoding=UTF-8"
set "OPTIONS=%OPTIONS% -Dsun.stderr.encoding=UTF-8"
set "OPTIONS=%OPTIONS% %LOG%.defaultLogLevel=warn"
set "OPTIONS=%OPTIONS% %LOG%.log.tonghop.audit=info"
set "OPTIONS=%OPTIONS% %LOG%.log.org.apache.kafka.controller.QuorumController=error"
set "OPTIONS=%OPTIONS% %LOG%.log.org.apache.kafka.clients.NetworkClient=error"
set "OPTIONS=%OPTIONS% %LOG%.log.org.apache.kafka.streams.StreamsConfig=error"
set "OPTIONS=%OPTIONS% %LOG%.log.kafka.server.DefaultAutoTopicCreationManager=error"
set "OPTIONS=%OPTIONS% %LOG%.log.org.apache.kafka.streams.processor.internals.ProcessorStateManager=error"
set "OPTIONS=%OPTIONS% %LOG%.log.org.apache.kafka.streams.processor.internals.StreamThread=error"
set "OPTIONS=%OPTIONS% %LOG%.log.org.apache.kafka.clients.consumer.internals.OffsetFetcherUtils=error"
set "OPTIONS=%OPTIONS% %LOG%.log.org.apache.kafka.clients.Metadata=off"
set "OPTIONS=%OPTIONS% %LOG%.log.org.apache.kafka.storage.internals.log.LogDirFailureChannel=off"
set "OPTIONS=%OPTIONS% %LOG%.log.org.apache.kafka.streams.processor.internals.StateDirectory=error"
if %RELEASE% GEQ 22 set "OPTIONS=%OPTIONS% --enable-native-access=ALL-UNNAMED -Djdk.console=java.base"
if %RELEASE% GEQ 23 set "OPTIONS=%OPTIONS% --sun-misc-unsafe-memory-access=allow"

rem A folder's name may have blanks, and ends in a backslash, which would take the quote with it.
set "HERE=%~dp0."
java %OPTIONS% "-Dtonghop.dist=%HERE%" %TONGHOP_JAVA_OPTS% -cp "%HERE%\tonghop.jar" vn.tonghop.standalone.Tonghop %*
exit /b %ERRORLEVEL%
