# What can be built, and the flags every target shares.
option(DESKBELL_DESK "Build the desktop application (Qt 6)" ON)
option(DESKBELL_BACKEND "Build deskbelld and deskbell-sandbox" ON)
option(DESKBELL_TESTS "Build the tests" ON)
option(DESKBELL_BENCHMARKS "Build the benchmarks" OFF)
option(DESKBELL_FUZZ "Build the fuzzing programs (Clang)" OFF)
set(DESKBELL_SANITIZE "" CACHE STRING "Sanitizers to build with: address,undefined or thread")

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/bin")

if(MSVC)
  add_compile_options(/W4 /permissive- /utf-8 /Zc:__cplusplus)
  add_compile_definitions(NOMINMAX WIN32_LEAN_AND_MEAN _WIN32_WINNT=0x0A00)
else()
  add_compile_options(-Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Wno-missing-field-initializers)
endif()

if(DESKBELL_SANITIZE)
  add_compile_options(-fsanitize=${DESKBELL_SANITIZE} -fno-omit-frame-pointer -g)
  add_link_options(-fsanitize=${DESKBELL_SANITIZE})
endif()

# A compiler cache finds what was compiled with precompiled headers only where these are told to it.
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  add_compile_options(-fpch-preprocess)
endif()

find_program(CCACHE ccache)
if(CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER "${CCACHE}")
endif()
find_program(LLD NAMES ld.lld)
if(LLD AND CMAKE_CXX_COMPILER_ID MATCHES "GNU|Clang" AND NOT APPLE)
  add_link_options(-fuse-ld=lld)
endif()
