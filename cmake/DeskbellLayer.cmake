# A sanitizer's build takes several times as long.
if(DESKBELL_SANITIZE)
  set(DESKBELL_FAST_TIMEOUT 2400)
else()
  set(DESKBELL_FAST_TIMEOUT 900)
endif()

# deskbell_layer(<name> USES <layer>... LINKS <target>... [QT])
#
# Makes every layer alike: a static library deskbell_<name> of all *.cpp and *.h below the
# layer's folder (but main.cpp), included as "<name>/file.h". USES are the layers below it:
# the arrows of docs/architecture.md, which tests/tidy checks against every #include.
# LINKS are outside libraries. QT switches moc, uic and rcc on.
function(deskbell_layer name)
  cmake_parse_arguments(ARG "QT" "" "USES;LINKS;LINKS_PRIVATE" ${ARGN})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS
       "${CMAKE_CURRENT_SOURCE_DIR}/*.cpp" "${CMAKE_CURRENT_SOURCE_DIR}/*.h")
  list(FILTER sources EXCLUDE REGEX "/main\\.cpp$")
  add_library(deskbell_${name} STATIC ${sources})
  if(ARG_QT)
    set_target_properties(deskbell_${name} PROPERTIES AUTOMOC ON AUTORCC ON)
    target_precompile_headers(deskbell_${name} PRIVATE "${PROJECT_SOURCE_DIR}/cmake/precompiled_qt.h")
  else()
    target_precompile_headers(deskbell_${name} PRIVATE "${PROJECT_SOURCE_DIR}/cmake/precompiled_std.h")
  endif()
  target_include_directories(deskbell_${name} PUBLIC "${PROJECT_SOURCE_DIR}")
  list(TRANSFORM ARG_USES PREPEND deskbell_)
  target_link_libraries(deskbell_${name} PUBLIC ${ARG_USES} ${ARG_LINKS} PRIVATE ${ARG_LINKS_PRIVATE})
endfunction()

# deskbell_tests(<layer> [LINKS <target>...])
# GoogleTest programs of a layer without Qt: all tests/<layer>/*.cpp in one executable
# tests_<layer>, which links that layer and tests/support only.
function(deskbell_tests layer)
  cmake_parse_arguments(ARG "" "" "LINKS" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/tests/${layer}/*.cpp")
  if(NOT sources)
    return()
  endif()
  add_executable(tests_${layer} ${sources})
  target_include_directories(tests_${layer} PRIVATE "${PROJECT_SOURCE_DIR}" "${PROJECT_SOURCE_DIR}/tests")
  target_link_libraries(tests_${layer} PRIVATE deskbell_${layer} GTest::gtest GTest::gmock GTest::gtest_main
                        rapidcheck ${ARG_LINKS})
  target_precompile_headers(tests_${layer} PRIVATE "${PROJECT_SOURCE_DIR}/cmake/precompiled_tests.h")
  add_test(NAME ${layer} COMMAND tests_${layer})
  set_tests_properties(${layer} PROPERTIES LABELS "fast" TIMEOUT ${DESKBELL_FAST_TIMEOUT})
endfunction()

# deskbell_qt_tests(<folder> [LAYER <layer>] [LINKS <target>...])
# Qt Test programs of a folder: every tests/<folder>/tst_*.cpp is one executable with its own
# QTEST_MAIN, linking the layer of the folder's name (LAYER names another) and nothing above it.
function(deskbell_qt_tests folder)
  cmake_parse_arguments(ARG "" "LAYER" "LINKS" ${ARGN})
  if(NOT ARG_LAYER)
    set(ARG_LAYER ${folder})
  endif()
  file(GLOB sources CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/tests/${folder}/tst_*.cpp")
  foreach(source IN LISTS sources)
    get_filename_component(test "${source}" NAME_WE)
    add_executable(${test} "${source}")
    set_target_properties(${test} PROPERTIES AUTOMOC ON)
    target_include_directories(${test} PRIVATE "${PROJECT_SOURCE_DIR}" "${PROJECT_SOURCE_DIR}/tests")
    target_link_libraries(${test} PRIVATE deskbell_${ARG_LAYER} Qt6::Test ${ARG_LINKS})
    add_test(NAME ${folder}.${test} COMMAND ${test})
    set_tests_properties(${folder}.${test} PROPERTIES LABELS "fast" TIMEOUT ${DESKBELL_FAST_TIMEOUT}
                         ENVIRONMENT "QT_QPA_PLATFORM=offscreen")
  endforeach()
endfunction()
