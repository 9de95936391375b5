# deskbell_embed_migrations(<target> <folder> <namespace>)
#
# Compiles the numbered .sql files of a folder into the target as <namespace>::embeddedMigrations(),
# in their order, so that a program carries its schema with it.
#
# Run as a script (-P) it writes that source: -DFOLDER= -DNAMESPACE= -DHEADER= -DOUT=.
function(deskbell_embed_migrations target folder namespace)
  file(GLOB sql CONFIGURE_DEPENDS "${folder}/*.sql")
  set(out "${CMAKE_CURRENT_BINARY_DIR}/embeddedmigrations.cpp")
  file(RELATIVE_PATH header "${PROJECT_SOURCE_DIR}" "${folder}/../embeddedmigrations.h")
  add_custom_command(OUTPUT "${out}"
    COMMAND "${CMAKE_COMMAND}" "-DFOLDER=${folder}" "-DNAMESPACE=${namespace}" "-DHEADER=${header}"
            "-DOUT=${out}" -P "${CMAKE_CURRENT_FUNCTION_LIST_FILE}"
    DEPENDS ${sql} "${CMAKE_CURRENT_FUNCTION_LIST_FILE}"
    VERBATIM)
  target_sources(${target} PRIVATE "${out}")
endfunction()

if(CMAKE_SCRIPT_MODE_FILE STREQUAL CMAKE_CURRENT_LIST_FILE)
  file(GLOB sql "${FOLDER}/*.sql")
  list(SORT sql)
  set(text "#include \"${HEADER}\"\n\nnamespace ${NAMESPACE} {\n\n")
  string(APPEND text "std::span<const std::string_view> embeddedMigrations()\n{\n")
  string(APPEND text "    static constexpr std::string_view all[] = {\n")
  foreach(file IN LISTS sql)
    file(READ "${file}" content)
    string(APPEND text "R\"sql(${content})sql\",\n")
  endforeach()
  string(APPEND text "    };\n    return all;\n}\n\n} // namespace ${NAMESPACE}\n")
  file(WRITE "${OUT}" "${text}")
endif()
