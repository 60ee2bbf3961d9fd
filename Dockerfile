# docaxis in a container. Build the jar first: mvn -DskipTests package
FROM eclipse-temurin:17-jre AS layers
WORKDIR /layers
COPY simulator/target/docaxis-simulator-*-exec.jar docaxis.jar
RUN java -Djarmode=tools -jar docaxis.jar extract --layers --destination extracted

FROM eclipse-temurin:17-jre
WORKDIR /docaxis
# what changes seldom first, so that a new build sends only its own classes
COPY --from=layers /layers/extracted/dependencies/ ./
COPY --from=layers /layers/extracted/spring-boot-loader/ ./
COPY --from=layers /layers/extracted/snapshot-dependencies/ ./
COPY --from=layers /layers/extracted/application/ ./
COPY simulator/jvm.options simulator/load.options simulator/container-entry.sh ./
USER 10001:10001
ENTRYPOINT ["./container-entry.sh"]
CMD ["--help"]
