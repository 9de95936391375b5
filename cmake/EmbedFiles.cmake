# deskbell_embed_files(<target> <folder> <namespace> <header> <function>)
#
# Compiles the files of a folder into the target as <namespace>::<function>(), a span of name and content
# in the order of their names, so that a program carries its pages with it. <header> declares it, as
# "layer/file.h".
#
# Run as a script (-P) it writes that source: -DFOLDER= -DNAMESPACE= -DHEADER= -DFUNCTION= -DOUT=.
function(deskbell_embed_files target folder namespace header function)
  file(GLOB files CONFIGURE_DEPENDS "${folder}/*")
  set(out "${CMAKE_CURRENT_BINARY_DIR}/${function}.cpp")
  add_custom_command(OUTPUT "${out}"
    COMMAND "${CMAKE_COMMAND}" "-DFOLDER=${folder}" "-DNAMESPACE=${namespace}" "-DHEADER=${header}"
            "-DFUNCTION=${function}" "-DOUT=${out}" -P "${CMAKE_CURRENT_FUNCTION_LIST_FILE}"
    DEPENDS ${files} "${CMAKE_CURRENT_FUNCTION_LIST_FILE}"
    VERBATIM)
  target_sources(${target} PRIVATE "${out}")
endfunction()

if(CMAKE_SCRIPT_MODE_FILE STREQUAL CMAKE_CURRENT_LIST_FILE)
  file(GLOB files "${FOLDER}/*")
  list(SORT files)
  set(text "#include \"${HEADER}\"\n\nnamespace ${NAMESPACE} {\n\n")
  string(APPEND text "std::span<const EmbeddedFile> ${FUNCTION}()\n{\n")
  string(APPEND text "    static constexpr EmbeddedFile all[] = {\n")
  foreach(file IN LISTS files)
    get_filename_component(name "${file}" NAME)
    # As bytes: a raw string would end where a file happens to end it, and some compilers take short ones only.
    file(READ "${file}" hex HEX)
    string(REGEX REPLACE "(................................................................)" "\\1\n" hex "${hex}")
    string(REGEX REPLACE "([0-9a-f][0-9a-f])" "\\\\x\\1" hex "${hex}")
    string(REGEX REPLACE "([^\n]+)\n?" "        \"\\1\"\n" hex "${hex}")
    file(SIZE "${file}" size)
    string(APPEND text "    {\"${name}\", std::string_view(\n${hex}        , ${size})},\n")
  endforeach()
  string(APPEND text "    };\n    return all;\n}\n\n} // namespace ${NAMESPACE}\n")
  file(WRITE "${OUT}" "${text}")
endif()
