// Memory for cmark that is taken piece by piece and given back as a whole.
//
// A syntax tree is made of hundreds of small pieces that live exactly as long as the tree. Each
// thread has a stack of its own for them; cmark's own allocator of this kind is one for the whole
// process.
#include <cmark-gfm.h>

void parsing_memory_begin(void);

// A parser whose trees lie in the thread's memory, as it does itself: between begin and end only.
cmark_parser *parsing_memory_parser(int options);

// Gives back all that was taken since the first of as many calls to parsing_memory_begin.
void parsing_memory_end(void);
